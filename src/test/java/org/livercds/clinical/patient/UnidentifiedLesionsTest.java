package org.livercds.clinical.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.patient.ChartBuilder.SCAN;
import static org.livercds.clinical.patient.ChartBuilder.TODAY;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.MeasurementBuilder.inSegment;
import static org.livercds.clinical.patient.MeasurementBuilder.unkeyed;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_METASTASES;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.livercds.clinical.Fact.Reason;
import org.livercds.clinical.Truth;

/** Lesions known by their segment only, by a BodyStructure that could not be read, or by nothing. */
class UnidentifiedLesionsTest {

    private static final BigDecimal THIRTY = new BigDecimal("30");

    @Test
    void two_in_one_segment_on_one_day_more_than_five_apart_are_two_lesions() {
        ChartBuilder chart = metastases()
                .measured(inSegment("VI", mm("10")))
                .measured(inSegment("VI", mm("15.1")))
                .listComplete();
        assertEquals(List.of(mm("15.1"), mm("10")), sizes(chart));
        assertEquals(CountRange.exactly(2), count(chart));
    }

    @Test
    void two_in_one_segment_on_one_day_five_apart_cannot_be_counted() {
        ChartBuilder chart = metastases()
                .measured(inSegment("VI", mm("10")))
                .measured(inSegment("VI", mm("15")))
                .listComplete();
        assertEquals(List.of(mm("10", "15")), sizes(chart));
        assertEquals(CountRange.atLeast(1), count(chart));
    }

    @Test
    void two_lesions_that_differ_are_no_conflict() {
        assertFalse(isConflict(metastases().measured(inSegment("VI", mm("10"))).measured(inSegment("VI", mm("20")))));
    }

    @Test
    void three_in_one_segment_that_cannot_be_counted_are_no_conflict() {
        ChartBuilder chart = metastases()
                .measured(inSegment("VI", mm("10")))
                .measured(inSegment("VI", mm("12")))
                .measured(inSegment("VI", mm("20")));
        assertEquals(List.of(mm("10", "20")), sizes(chart));
        assertFalse(isConflict(chart));
    }

    @Test
    void an_unusable_one_in_the_segment_leaves_the_count_open() {
        ChartBuilder chart = metastases()
                .measured(inSegment("VI", mm("10")))
                .measured(MeasurementBuilder.of(LesionKey.segment("VI")))
                .listComplete();
        assertTrue(count(chart).open());
    }

    @Test
    void one_per_segment_is_counted() {
        ChartBuilder chart = metastases()
                .measured(inSegment("VI", mm("10")))
                .measured(inSegment("II", mm("11")))
                .listComplete();
        assertEquals(CountRange.exactly(2), count(chart));
        ChartBuilder unusable = metastases().measured(MeasurementBuilder.of(LesionKey.segment("VI")));
        assertEquals(CountRange.exactly(1), count(unusable.listComplete()));
    }

    @Test
    void in_one_segment_the_latest_day_counts() {
        ChartBuilder chart = metastases()
                .measured(inSegment("VI", mm("30")).on(SCAN.minusDays(60)))
                .measured(inSegment("VI", mm("20")));
        assertEquals(List.of(mm("20")), sizes(chart));
    }

    @Test
    void an_undated_one_alone_in_its_segment_is_live_and_of_unknown_size() {
        ChartBuilder chart =
                metastases().measured(inSegment("VI", mm("20")).undated()).listComplete();
        assertTrue(only(chart).size().isUnknownBecause(Reason.UNREADABLE));
        assertEquals(CountRange.exactly(1), count(chart));
    }

    @Test
    void several_undated_ones_in_one_segment_cannot_be_counted() {
        ChartBuilder chart = metastases()
                .measured(inSegment("VI", mm("20")).undated())
                .measured(inSegment("VI", mm("30")).undated())
                .listComplete();
        assertEquals(CountRange.atLeast(1), count(chart));
    }

    @Test
    void the_unkeyed_of_the_newest_day_are_distinct_lesions() {
        ChartBuilder chart = metastases()
                .measured(unkeyed(mm("20")))
                .measured(unkeyed(mm("20")))
                .listComplete();
        assertEquals(List.of(mm("20"), mm("20")), sizes(chart));
        assertEquals(CountRange.exactly(2), count(chart));
    }

    @Test
    void older_unkeyed_ones_are_not_used_for_size() {
        assertEquals(List.of(mm("20")), sizes(withOlder()));
    }

    @Test
    void older_unkeyed_ones_leave_the_count_open() {
        assertEquals(CountRange.atLeast(1), count(withOlder()));
    }

    @Test
    void a_statement_on_or_after_the_newest_closes_the_count_beside_older_unkeyed_ones() {
        assertEquals(CountRange.exactly(1), count(withOlder().listComplete()));
        assertEquals(CountRange.exactly(1), count(withOlder().count(1)));
    }

    @Test
    void an_earlier_statement_does_not() {
        ChartBuilder chart = withOlder().reading(FactKey.LESION_LIST_COMPLETE, Judgement.YES, SCAN.minusDays(1));
        assertEquals(CountRange.atLeast(1), count(chart));
    }

    @Test
    void an_undated_unkeyed_one_beside_dated_ones_cannot_be_told_from_them() {
        ChartBuilder chart = metastases()
                .measured(unkeyed(mm("20")))
                .measured(unkeyed(mm("40")).undated())
                .listComplete();
        assertEquals(List.of(mm("20")), sizes(chart));
        assertEquals(CountRange.atLeast(1), count(chart));
    }

    @Test
    void unkeyed_ones_of_no_usable_date_are_live_and_of_unknown_size() {
        ChartBuilder chart = metastases()
                .measured(unkeyed(mm("20")).undated())
                .measured(unkeyed(mm("20")).on(TODAY.plusDays(1)));
        assertEquals(2, lesions(chart).size());
        assertEquals(List.of(), sizes(chart));
    }

    @Test
    void a_benign_unkeyed_one_says_nothing_of_the_others() {
        ChartBuilder chart = metastases().measured(unkeyed(mm("60")).benign()).measured(unkeyed(mm("20")));
        assertEquals(List.of(mm("20")), sizes(chart));
    }

    @Test
    void one_of_an_unread_body_structure_may_be_the_other_and_sizes_that_differ_decide_nothing() {
        Lesions differing = withUnread(mm("20"), mm("40")).chart().lesions();
        assertEquals(CountRange.atLeast(1), differing.count());
        assertEquals(Truth.UNKNOWN, differing.eachBelow(THIRTY));
        assertTrue(differing.anyUndecided(THIRTY));
    }

    @Test
    void sizes_that_agree_decide_even_where_two_may_be_one() {
        Lesions small = withUnread(mm("20"), mm("29.9")).chart().lesions();
        assertEquals(Truth.MET, small.eachBelow(THIRTY));
        assertFalse(small.anyUndecided(THIRTY));
        assertEquals(
                Truth.NOT_MET, withUnread(mm("30"), mm("40")).chart().lesions().eachBelow(THIRTY));
    }

    @Test
    void two_of_different_unread_body_structures_are_two() {
        Lesions lesions = metastases()
                .measured(MeasurementBuilder.of(LesionKey.unresolved("BodyStructure/a"))
                        .size(mm("10")))
                .measured(MeasurementBuilder.of(LesionKey.unresolved("BodyStructure/b"))
                        .size(mm("40")))
                .listComplete()
                .chart()
                .lesions();
        assertEquals(CountRange.exactly(2), lesions.count());
        assertEquals(Truth.NOT_MET, lesions.eachBelow(THIRTY));
    }

    @Test
    void a_count_beside_two_that_may_be_one_does_not_tell_their_organ() {
        ChartBuilder known =
                metastases().measured(ofUnknownOrgan(LesionKey.identified("a"))).count(3);
        assertTrue(known.chart().lesions().seenInLiver());
        ChartBuilder unread = metastases()
                .measured(ofUnknownOrgan(LesionKey.identified("a")))
                .measured(ofUnknownOrgan(LesionKey.unresolved("BodyStructure/b")))
                .count(3);
        assertFalse(unread.chart().lesions().seenInLiver());
    }

    private static ChartBuilder withUnread(SizeRange identified, SizeRange unread) {
        return metastases()
                .lesion("a", identified)
                .measured(MeasurementBuilder.of(LesionKey.unresolved("BodyStructure/b"))
                        .size(unread))
                .listComplete();
    }

    private static MeasurementBuilder ofUnknownOrgan(LesionKey key) {
        return MeasurementBuilder.of(key).size(mm("20")).inLiver(Truth.UNKNOWN);
    }

    private static ChartBuilder withOlder() {
        return metastases()
                .measured(unkeyed(mm("20")))
                .measured(unkeyed(mm("40")).on(SCAN.minusDays(1)));
    }

    private static Lesion only(ChartBuilder chart) {
        assertEquals(1, lesions(chart).size());
        return lesions(chart).get(0);
    }

    private static List<Lesion> lesions(ChartBuilder chart) {
        return chart.chart().lesions().live();
    }

    private static List<SizeRange> sizes(ChartBuilder chart) {
        return lesions(chart).stream()
                .flatMap(lesion -> lesion.size().value().stream())
                .toList();
    }

    private static CountRange count(ChartBuilder chart) {
        return chart.chart().lesions().count();
    }

    private static boolean isConflict(ChartBuilder chart) {
        return !chart.chart().lesions().conflicts().isEmpty();
    }

    private static ChartBuilder metastases() {
        return patientWith(LIVER_METASTASES);
    }
}
