package org.livercds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.livercds.fhir.Fhir.chart;
import static org.livercds.fhir.Fhir.complete;
import static org.livercds.fhir.Fhir.count;
import static org.livercds.fhir.Fhir.finding;
import static org.livercds.fhir.Fhir.lesion;
import static org.livercds.fhir.Fhir.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.CountRange;
import org.livercds.clinical.patient.FactKey;

/** Findings with the project's own codes. */
class FindingReadingTest {

    private static final String VALUES = "https://livercds.org/fhir/CodeSystem/liver-finding-value";

    private static final Map<FactKey<?>, List<String>> CODED = Map.of(
            FactKey.RESECTABLE, List.of("resectable", "unresectable", "undetermined"),
            FactKey.FIT, List.of("fit", "unfit", "undetermined"),
            FactKey.ABLATION_FEASIBLE, List.of("feasible", "not-feasible", "undetermined"),
            FactKey.REFRACTORY, List.of("refractory", "responding", "undetermined"),
            FactKey.EXTRAHEPATIC, List.of("present", "absent", "undetermined"),
            FactKey.DETECTION, List.of("screening", "symptomatic", "staging", "incidental"),
            FactKey.PORTAL_VEIN, List.of("none", "branch", "main", "unspecified"),
            FactKey.ASCITES, List.of("none", "mild", "moderate-or-severe"),
            FactKey.ENCEPHALOPATHY, List.of("none", "grade-1-2", "grade-3-4"),
            FactKey.LI_RADS, List.of("US-1", "US-2", "US-3", "LR-1", "LR-2", "LR-3", "LR-4", "LR-5", "LR-M", "LR-TIV"));

    static Stream<FactKey<?>> codedFindings() {
        return CODED.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("codedFindings")
    void each_value_of_a_finding_means_something_of_its_own(FactKey<?> key) {
        List<?> meanings = CODED.get(key).stream()
                .map(value -> read(key, finding(key.name(), value)))
                .toList();
        assertEquals(CODED.get(key).size(), meanings.stream().distinct().count());
        assertEquals(
                List.of(), meanings.stream().filter(Optional.empty()::equals).toList());
    }

    @ParameterizedTest
    @MethodSource("codedFindings")
    void an_unknown_value_and_two_values_cannot_be_used(FactKey<?> key) {
        String one = "{'system':'" + VALUES + "','code':'" + CODED.get(key).get(0) + "'}";
        String other = "{'system':'" + VALUES + "','code':'" + CODED.get(key).get(1) + "'}";
        ObjectNode both =
                with(finding(key.name(), "x"), "'valueCodeableConcept':{'coding':[" + one + "," + other + "]}");
        ObjectNode twice =
                with(finding(key.name(), "x"), "'valueCodeableConcept':{'coding':[" + one + "," + one + "]}");
        assertEquals(Optional.empty(), read(key, finding(key.name(), "unheard-of")));
        assertEquals(Optional.empty(), read(key, with(finding(key.name(), "x"), "'valueCodeableConcept':{}")));
        assertEquals(Optional.empty(), read(key, both));
        assertEquals(read(key, finding(key.name(), CODED.get(key).get(0))), read(key, twice));
    }

    @ParameterizedTest
    @MethodSource("codedFindings")
    void two_different_values_of_one_day_contradict_each_other(FactKey<?> key) {
        ObjectNode one = finding(key.name(), CODED.get(key).get(0));
        ObjectNode other = finding(key.name(), CODED.get(key).get(1));
        Fact<?> fact = chart(one, other).facts().of(key);
        assertEquals(Optional.of(Fact.Reason.CONFLICTING), fact.reason());
    }

    @Test
    void undetermined_counts_as_if_nothing_were_recorded() {
        Fact<Boolean> resectable =
                chart(finding("resectability", "undetermined")).resectable();
        assertEquals(Optional.of(Fact.Reason.NOT_RECORDED), resectable.reason());
    }

    @Test
    void the_newer_statement_replaces_the_older() {
        ObjectNode older = with(finding("resectability", "resectable"), "'effectiveDateTime':'2026-10-01'");
        assertEquals(
                Optional.of(false),
                chart(older, finding("resectability", "unresectable"))
                        .resectable()
                        .value());
    }

    @ParameterizedTest
    @CsvSource({"'valueString':'LR-5'", "'valueString':' LR-5 '"})
    void a_lirads_category_may_be_a_bare_string(String value) {
        ObjectNode recorded = with(finding("lirads-category", "LR-5"), "'valueCodeableConcept':null," + value);
        assertEquals(read(FactKey.LI_RADS, finding("lirads-category", "LR-5")), read(FactKey.LI_RADS, recorded));
    }

    @Test
    void an_ultrasound_category_tells_of_screening() {
        assertEquals(
                Truth.MET, chart(finding("lirads-category", "US-2")).screening().decide(Truth::of));
        assertEquals(
                Truth.UNKNOWN,
                chart(finding("lirads-category", "LR-4")).screening().decide(Truth::of));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "3, 3, 3", "4, 4, 4", "0, 1, 1"})
    void a_count_is_a_whole_number(String stated, int low, int high) {
        CountRange count = chart(lesion("a", "12"), count(stated)).lesions().count();
        assertEquals(low, count.low());
        assertEquals(high, count.high().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"<, 4, MET", "<=, 4, UNKNOWN", ">, 3, NOT_MET", ">=, 3, UNKNOWN"})
    void a_count_may_be_bounded(String comparator, int stated, Truth atMostThree) {
        ObjectNode bounded = with(
                count("1"),
                "'valueInteger':null,'valueQuantity':{'comparator':'" + comparator + "','value':" + stated + "}");
        assertEquals(
                atMostThree, chart(lesion("a", "12"), bounded).lesions().count().isAtMost(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'valueInteger':-1",
                "'valueInteger':1001",
                "'valueInteger':null,'valueString':'2'",
                "'valueInteger':null,'valueQuantity':{'value':2.5}",
                "'valueInteger':null,'valueQuantity':{'value':2,'unit':'kg'}",
                "'valueInteger':null,'valueQuantity':{'value':1E+30}"
            })
    void what_is_no_count_leaves_the_count_open(String value) {
        CountRange count =
                chart(lesion("a", "12"), with(count("1"), value)).lesions().count();
        assertEquals(CountRange.atLeast(1), count);
    }

    @Test
    void more_counted_than_measured_leaves_sizes_open() {
        assertEquals(Truth.UNKNOWN, Fhir.below("30", lesion("a", "12"), count("2")));
        assertEquals(Truth.MET, Fhir.below("30", lesion("a", "12"), count("1")));
    }

    @Test
    void a_list_that_is_said_to_be_incomplete_leaves_the_count_open() {
        ObjectNode not = with(complete(), "'valueBoolean':false");
        assertEquals(
                Truth.UNKNOWN, chart(lesion("a", "12"), not).lesions().count().isAtMost(3));
    }

    @Test
    void innumerable_lesions_are_more_than_three() {
        ObjectNode innumerable =
                with(finding("lesions-innumerable", "x"), "'valueCodeableConcept':null,'valueBoolean':true");
        assertEquals(
                Truth.NOT_MET,
                chart(lesion("a", "12"), innumerable).lesions().count().isAtMost(3));
    }

    private static Optional<?> read(FactKey<?> key, ObjectNode result) {
        return chart(result).facts().of(key).value();
    }
}
