package org.livercds.clinical.criteria;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.livercds.clinical.Truth.MET;
import static org.livercds.clinical.Truth.NOT_MET;
import static org.livercds.clinical.Truth.UNKNOWN;
import static org.livercds.clinical.patient.ChartBuilder.SCAN;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_METASTASES;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.ChartPart;
import org.livercds.clinical.patient.Treatment;

class SizeCriteriaTest {

    @ParameterizedTest
    @CsvSource({"9.9, MET", "10.0, NOT_MET", "10.1, NOT_MET"})
    void each_smaller_than_one_centimetre(String millimetres, Truth expected) {
        assertEquals(
                expected,
                EachLesionSmallerThan.ONE_CENTIMETRE.truth(one(millimetres).chart()));
    }

    @ParameterizedTest
    @CsvSource({"29.9, MET", "30.0, NOT_MET", "30.1, NOT_MET"})
    void each_smaller_than_three_centimetres(String millimetres, Truth expected) {
        assertEquals(
                expected,
                EachLesionSmallerThan.THREE_CENTIMETRES.truth(one(millimetres).chart()));
    }

    @Test
    void each_lesion_is_a_part_with_its_own_answer_and_evidence() {
        Assessment each = EachLesionSmallerThan.THREE_CENTIMETRES.assess(
                one("29.9").lesion("b", mm("30")).chart());
        assertEquals(NOT_MET, each.truth());
        assertEquals(
                List.of(NOT_MET, MET),
                each.parts().stream().map(Assessment::truth).toList());
        assertEquals(
                2,
                each.leaves().stream().mapToInt(leaf -> leaf.evidence().size()).sum());
    }

    @Test
    void a_treated_lesion_says_why_it_is_unknown() {
        Assessment each = EachLesionSmallerThan.THREE_CENTIMETRES.assess(
                one("20").treated(Treatment.Kind.ABLATION, SCAN).chart());
        assertEquals(Optional.of(Fact.Reason.TREATED_SINCE), each.parts().get(0).reason());
    }

    @Test
    void an_unmeasured_lesion_leaves_the_whole_unknown_although_every_part_is_met() {
        Assessment each = EachLesionSmallerThan.THREE_CENTIMETRES.assess(
                one("20").count(2).chart());
        assertEquals(UNKNOWN, each.truth());
        assertEquals(List.of(MET), each.parts().stream().map(Assessment::truth).toList());
    }

    @Test
    void where_doubt_is_enough_to_say_no_unknown_is_not_met() {
        ChartBuilder open = one("8").unmeasuredLesion("b");
        assertEquals(
                UNKNOWN,
                EachLesionSmallerThan.ONE_CENTIMETRE.assess(open.chart()).truth());
        assertEquals(
                NOT_MET,
                EachLesionSmallerThan.ONE_CENTIMETRE
                        .certain()
                        .assess(open.chart())
                        .truth());
    }

    @ParameterizedTest
    @CsvSource({"2, MET", "3, MET", "4, NOT_MET"})
    void at_most_three(int count, Truth expected) {
        assertEquals(
                expected,
                new AtMostThreeLesions().assess(one("20").count(count).chart()).truth());
    }

    @Test
    void an_open_count_may_be_more_than_three() {
        assertEquals(UNKNOWN, new AtMostThreeLesions().assess(one("20").chart()).truth());
        assertEquals(UNKNOWN, new EveryLesionCounted().assess(one("20").chart()).truth());
        assertEquals(
                MET, new EveryLesionCounted().assess(one("20").count(1).chart()).truth());
    }

    @Test
    void an_open_count_says_that_observations_were_not_read_and_a_decided_one_does_not() {
        assertEquals(
                Optional.of(Fact.Reason.INCOMPLETE), whyCountIsOpen(one("20").unread(ChartPart.OBSERVATIONS)));
        assertEquals(Optional.empty(), whyCountIsOpen(one("20").unread(ChartPart.LABS)));
        assertEquals(Optional.empty(), whyCountIsOpen(one("20").count(4).unread(ChartPart.OBSERVATIONS)));
    }

    @Test
    void the_count_shows_the_statement_and_without_one_the_measurements() {
        assertEquals(List.of("lesion-count"), subjects(one("20").count(1)));
        assertEquals(List.of("lesion-size"), subjects(one("20")));
    }

    private static List<String> subjects(ChartBuilder chart) {
        return new AtMostThreeLesions()
                .assess(chart.chart()).evidence().stream()
                        .map(Evidence::subject)
                        .toList();
    }

    @Test
    void the_ablation_criterion_has_count_and_size_as_its_parts() {
        Assessment within =
                new WithinAblationCriterion().assess(one("30").count(3).chart());
        assertEquals(NOT_MET, within.truth());
        assertEquals(
                List.of(MET, NOT_MET),
                within.parts().stream().map(Assessment::truth).toList());
    }

    @ParameterizedTest
    @CsvSource({"29.9, NOT_MET", "30.0, MET", "30.1, NOT_MET"})
    void at_three_centimetres(String millimetres, Truth expected) {
        assertEquals(
                expected,
                new AtThreeCentimetres().assess(one(millimetres).chart()).truth());
        assertEquals(
                NOT_MET,
                new AtThreeCentimetres()
                        .assess(one(millimetres).count(4).chart())
                        .truth());
    }

    @ParameterizedTest
    @CsvSource({"9.9, NOT_MET", "10.0, MET", "10.1, NOT_MET"})
    void at_one_centimetre(String millimetres, Truth expected) {
        assertEquals(
                expected, new AtOneCentimetre().assess(one(millimetres).chart()).truth());
        assertEquals(
                expected,
                new AtOneCentimetre().assess(one(millimetres).count(4).chart()).truth());
    }

    private static Optional<Fact.Reason> whyCountIsOpen(ChartBuilder chart) {
        return new AtMostThreeLesions().assess(chart.chart()).reason();
    }

    private static ChartBuilder one(String millimetres) {
        return patientWith(LIVER_METASTASES).lesion("a", mm(millimetres));
    }
}
