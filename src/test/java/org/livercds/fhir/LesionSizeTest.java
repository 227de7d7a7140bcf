package org.livercds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.fhir.Fhir.RECENT;
import static org.livercds.fhir.Fhir.below;
import static org.livercds.fhir.Fhir.chart;
import static org.livercds.fhir.Fhir.lesion;
import static org.livercds.fhir.Fhir.site;
import static org.livercds.fhir.Fhir.size;
import static org.livercds.fhir.Fhir.ucum;
import static org.livercds.fhir.Fhir.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.LiverChart;

/** Sizes as charts write them, compared with 10 and 30 mm. */
class LesionSizeTest {

    @ParameterizedTest
    @CsvSource({
        "9.9, mm, MET, MET",
        "10.0, mm, NOT_MET, MET",
        "10.1, mm, NOT_MET, MET",
        "29.9, mm, NOT_MET, MET",
        "30.0, mm, NOT_MET, NOT_MET",
        "30.1, mm, NOT_MET, NOT_MET",
        "0.99, cm, MET, MET",
        "1.0, cm, NOT_MET, MET",
        "1.01, cm, NOT_MET, MET",
        "2.99, cm, NOT_MET, MET",
        "3, cm, NOT_MET, NOT_MET",
        "3.01, cm, NOT_MET, NOT_MET",
        "0.393, [in_i], MET, MET",
        "0.394, [in_i], NOT_MET, MET",
        "1.181, [in_i], NOT_MET, MET",
        "1.182, [in_i], NOT_MET, NOT_MET",
        "0.0099, m, MET, MET",
        "0.01, m, NOT_MET, MET",
        "0.0299, m, NOT_MET, MET",
        "0.03, m, NOT_MET, NOT_MET",
        "29.99999999999999, mm, NOT_MET, MET",
        "2.99999999999999, cm, NOT_MET, MET",
        "300, mm, NOT_MET, NOT_MET",
        "3E+1, mm, NOT_MET, NOT_MET",
        "2.9E+1, mm, NOT_MET, MET"
    })
    void a_size_is_compared_exactly_in_every_unit(String value, String unit, Truth belowTen, Truth belowThirty) {
        assertEquals(belowTen, below("10", lesion("a", value, unit, RECENT)));
        assertEquals(belowThirty, below("30", lesion("a", value, unit, RECENT)));
    }

    @ParameterizedTest
    @CsvSource({
        "<, 30, MET",
        "<=, 30, UNKNOWN",
        "<=, 29.9, MET",
        "<, 30.1, UNKNOWN",
        ">, 30, NOT_MET",
        ">=, 30, NOT_MET",
        ">=, 29.9, UNKNOWN",
        ">, 5, UNKNOWN"
    })
    void a_comparator_bounds_the_size(String comparator, String value, Truth belowThirty) {
        ObjectNode bounded = size("'comparator':'" + comparator + "','value':" + value + "," + ucum("mm"));
        assertEquals(belowThirty, below("30", bounded));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'low':{'value':20,MM},'high':{'value':29,MM}; MET",
                "'low':{'value':20,MM},'high':{'value':30,MM}; UNKNOWN",
                "'low':{'value':2.0,CM},'high':{'value':29,MM}; MET",
                "'low':{'value':30,MM},'high':{'value':40,MM}; NOT_MET",
                "'low':{'value':20,MM}; UNKNOWN",
                "'low':{'value':30,MM}; NOT_MET",
                "'high':{'value':29,MM}; MET",
                "'low':{'value':40,MM},'high':{'value':20,MM}; UNKNOWN",
                "'low':{'value':20,MM},'high':{'value':29}; UNKNOWN",
                "'low':{'value':20,MM},'high':{MM}; UNKNOWN"
            })
    void a_range_is_below_only_with_all_of_it(String range, Truth belowThirty) {
        String members = range.replace("MM", ucum("mm")).replace("CM", ucum("cm"));
        ObjectNode ranged = with(lesion("a", "1"), "'valueQuantity':null,'valueRange':{" + members + "}");
        assertEquals(belowThirty, below("30", ranged));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'value':12",
                "'value':12,'unit':'kg','system':'http://unitsofmeasure.org','code':'kg'",
                "'value':12,'unit':'cm','system':'http://unitsofmeasure.org','code':'mm'",
                "'value':12,'unit':'mm','system':'http://unitsofmeasure.org','code':'kg'",
                "'value':12,'unit':'[SUV]'",
                "'value':12,'unit':'MM'",
                "'value':12,'system':'urn:units','code':'mm'",
                "'value':1.2,'unit':'cm','system':'urn:units','code':'mm'",
                "'unit':'mm','system':'http://unitsofmeasure.org','code':'mm'",
                "'value':1E-40,'unit':'mm'",
                "'comparator':'<','value':0,'unit':'mm'"
            })
    void a_value_that_cannot_be_used_leaves_the_size_open(String quantity) {
        LiverChart chart = chart(size(quantity));
        assertEquals(1, chart.lesions().live().size());
        assertEquals(Truth.UNKNOWN, below("30", size(quantity)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'value':12,'unit':'mm'", "'value':1.2,'unit':' cm '", "'value':12,'code':'mm'"})
    void a_unit_may_stand_in_the_text_alone(String quantity) {
        assertEquals(Truth.MET, below("30", size(quantity)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "300.1", "30.01E+1", "1E+40", "-1E+40"})
    void a_size_that_cannot_be_is_open_and_a_contradiction(String value) {
        ObjectNode impossible = size("'value':" + value + "," + ucum("mm"));
        assertEquals(Truth.UNKNOWN, below("30", impossible));
        assertEquals(1, chart(impossible).conflicts().size());
    }

    @Test
    void thirty_centimetres_can_be_and_a_millimetre_more_cannot() {
        assertEquals(0, chart(size("'value':30," + ucum("cm"))).conflicts().size());
        assertEquals(1, chart(size("'value':30.1," + ucum("cm"))).conflicts().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "0E+5"})
    void a_lesion_of_no_size_is_gone(String value) {
        assertEquals(0, chart(lesion("a", value)).lesions().live().size());
    }

    @Test
    void a_missing_value_with_a_reason_is_an_open_size() {
        ObjectNode absent = with(
                lesion("a", "12"),
                "'valueQuantity':null,'dataAbsentReason':" + Fhir.coding("urn:reasons", "not-performed"));
        assertEquals(Truth.UNKNOWN, below("30", absent));
    }

    @Test
    void words_are_no_size() {
        assertEquals(Truth.UNKNOWN, below("30", with(lesion("a", "1"), "'valueQuantity':null,'valueString':'12 mm'")));
    }

    @Test
    void an_unmeasured_lesion_beside_small_ones_leaves_each_open() {
        ObjectNode fourth = with(lesion("d", "1"), "'valueQuantity':null");
        assertEquals(Truth.UNKNOWN, below("30", lesion("a", "9"), lesion("b", "9"), lesion("c", "9"), fourth));
    }

    @Test
    void the_size_reads_as_the_chart_wrote_it() {
        ObjectNode recorded = with(size("'comparator':'<','value':2.50," + ucum("cm")), site(Fhir.LIVER));
        assertTrue(chart(recorded).lesions().live().get(0).evidence().stream()
                .anyMatch(entry -> entry.value().equals("< 2.50 cm")));
    }
}
