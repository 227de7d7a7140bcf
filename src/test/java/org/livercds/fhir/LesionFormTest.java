package org.livercds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.livercds.fhir.Fhir.LIVER;
import static org.livercds.fhir.Fhir.below;
import static org.livercds.fhir.Fhir.chart;
import static org.livercds.fhir.Fhir.lesion;
import static org.livercds.fhir.Fhir.loinc;
import static org.livercds.fhir.Fhir.observation;
import static org.livercds.fhir.Fhir.site;
import static org.livercds.fhir.Fhir.ucum;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.clinical.Truth;

/** Where in an Observation the longest diameter stands, and what two values of one day mean. */
class LesionFormTest {

    private static final String LONGEST = "33728-7";
    private static final String OTHER = "33729-5";

    @Test
    void the_longest_component_counts() {
        assertEquals(Truth.MET, below("30", panel("", part(LONGEST, "'value':29"), part(OTHER, "'value':35"))));
    }

    @Test
    void the_longest_component_goes_before_the_value_of_the_panel() {
        assertEquals(Truth.NOT_MET, below("30", panel("12", part(LONGEST, "'value':31"))));
    }

    @Test
    void an_unusable_longest_component_is_not_replaced_by_a_value() {
        assertEquals(Truth.UNKNOWN, below("30", panel("12", "{'code':" + loinc(LONGEST) + "}")));
        assertEquals(Truth.UNKNOWN, below("30", panel("12", part(LONGEST, "'value':-1"), part(OTHER, "'value':9"))));
    }

    @Test
    void without_a_longest_the_largest_of_the_others_counts() {
        assertEquals(Truth.MET, below("30", panel("", part(OTHER, "'value':22"), part(OTHER, "'value':29"))));
        assertEquals(Truth.NOT_MET, below("30", panel("", part(OTHER, "'value':22"), part(OTHER, "'value':30"))));
    }

    @Test
    void one_unusable_other_component_leaves_the_largest_open() {
        assertEquals(Truth.UNKNOWN, below("30", panel("", part(OTHER, "'value':22"), part(OTHER, "'value':-22"))));
    }

    @Test
    void a_panel_without_components_has_its_own_value() {
        assertEquals(Truth.MET, below("30", panel("29")));
        assertEquals(Truth.UNKNOWN, below("30", panel("")));
    }

    @Test
    void components_of_something_else_are_no_diameter() {
        assertEquals(Truth.MET, below("30", panel("29", part("12345-6", "'value':90"))));
    }

    @ParameterizedTest
    @CsvSource({
        "12, 12, 30, MET, 0",
        "25, 30, 30, UNKNOWN, 0",
        "24, 29, 30, MET, 0",
        "24, 29.1, 30, MET, 2",
        "31, 36, 30, NOT_MET, 0",
        "0, 4, 10, MET, 0",
        "0, 40, 30, UNKNOWN, 2",
    })
    void two_values_of_one_day_are_an_interval(String one, String other, String limit, Truth below, int conflicts) {
        assertEquals(below, below(limit, lesion("a", one), lesion("a", other)));
        assertEquals(
                conflicts,
                chart(lesion("a", one), lesion("a", other)).conflicts().size());
        assertEquals(
                1, chart(lesion("a", one), lesion("a", other)).lesions().live().size());
    }

    @Test
    void the_latest_day_counts_even_if_it_cannot_be_used() {
        ObjectNode older = lesion("a", "12", "mm", "2026-10-01");
        assertEquals(Truth.MET, below("30", older, lesion("a", "29", "mm", "2026-11-02")));
        assertEquals(Truth.UNKNOWN, below("30", older, lesion("a", "29", "kg", "2026-11-02")));
        assertEquals(
                0,
                chart(older, lesion("a", "0", "mm", "2026-11-02"))
                        .lesions()
                        .live()
                        .size());
    }

    private static ObjectNode panel(String value, String... components) {
        String parts = Stream.of(components).collect(Collectors.joining(",", ",'component':[", "]"));
        String own = value.isEmpty() ? "" : ",'valueQuantity':{'value':" + value + "," + ucum("mm") + "}";
        return observation(loinc("21889-1"), site(LIVER) + own + (components.length == 0 ? "" : parts));
    }

    private static String part(String code, String value) {
        return "{'code':" + loinc(code) + ",'valueQuantity':{" + value + "," + ucum("mm") + "}}";
    }
}
