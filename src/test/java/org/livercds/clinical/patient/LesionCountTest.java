package org.livercds.clinical.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.patient.ChartBuilder.SCAN;
import static org.livercds.clinical.patient.ChartBuilder.TODAY;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Judgement.NO;
import static org.livercds.clinical.patient.Judgement.UNDETERMINED;
import static org.livercds.clinical.patient.Judgement.YES;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_METASTASES;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.livercds.clinical.ChartDate;

class LesionCountTest {

    @Test
    void without_a_statement_there_may_be_more() {
        assertEquals(CountRange.atLeast(2), count(two()));
    }

    @Test
    void a_complete_list_is_the_count() {
        assertEquals(CountRange.exactly(2), count(two().listComplete()));
    }

    @Test
    void a_list_that_is_not_complete_or_undetermined_stays_open() {
        assertEquals(CountRange.atLeast(2), count(two().reading(FactKey.LESION_LIST_COMPLETE, NO)));
        assertEquals(CountRange.atLeast(2), count(two().reading(FactKey.LESION_LIST_COMPLETE, UNDETERMINED)));
    }

    @Test
    void a_count_equal_to_the_measured_closes_it() {
        assertEquals(CountRange.exactly(2), count(two().count(2)));
        assertFalse(lesions(two().count(2)).unmeasured());
        assertFalse(isConflict(two().count(2)));
    }

    @Test
    void a_higher_count_stands_and_the_rest_is_unmeasured() {
        assertEquals(CountRange.exactly(4), count(two().count(4)));
        assertTrue(lesions(two().count(4)).unmeasured());
        assertFalse(isConflict(two().count(4)));
    }

    @Test
    void a_lower_count_loses_to_the_measured_and_is_a_conflict() {
        assertEquals(CountRange.exactly(2), count(two().count(1)));
        assertTrue(isConflict(two().count(1)));
    }

    @Test
    void a_count_from_below_leaves_it_open() {
        ChartBuilder chart = two().reading(FactKey.LESION_COUNT, NumberRange.from(new BigDecimal("3"), true));
        assertEquals(CountRange.atLeast(4), count(chart));
        assertTrue(lesions(chart).unmeasured());
    }

    @Test
    void a_count_from_below_that_the_measured_reach_leaves_none_unmeasured() {
        ChartBuilder chart = two().reading(FactKey.LESION_COUNT, NumberRange.from(new BigDecimal("2"), false));
        assertEquals(CountRange.atLeast(2), count(chart));
        assertFalse(lesions(chart).unmeasured());
    }

    @Test
    void a_count_below_a_bound_ends_before_it() {
        ChartBuilder chart = two().reading(FactKey.LESION_COUNT, NumberRange.upTo(new BigDecimal("5"), true));
        assertEquals(OptionalInt.of(4), count(chart).high());
        assertEquals(2, count(chart).low());
    }

    @Test
    void resolved_lesions_are_not_counted() {
        assertEquals(CountRange.exactly(2), count(two().lesion("c", mm("0")).listComplete()));
    }

    @Test
    void a_count_of_none_beside_no_lesion_is_none() {
        Lesions lesions = lesions(patientWith(LIVER_METASTASES).count(0));
        assertEquals(CountRange.exactly(0), lesions.count());
        assertFalse(lesions.any());
    }

    @Test
    void a_statement_of_the_day_of_the_newest_measurement_counts_and_an_earlier_one_does_not() {
        ChartBuilder chart = two().lesion("a", mm("22"), SCAN.plusDays(1));
        assertEquals(CountRange.atLeast(2), count(chart.listComplete()));
        assertEquals(CountRange.exactly(2), count(chart.reading(FactKey.LESION_LIST_COMPLETE, YES, SCAN.plusDays(1))));
    }

    @Test
    void an_earlier_count_and_an_earlier_innumerable_are_ignored_too() {
        assertEquals(
                CountRange.atLeast(2), count(two().reading(FactKey.LESION_COUNT, exactly("1"), SCAN.minusDays(1))));
        assertEquals(CountRange.atLeast(2), count(two().reading(FactKey.LESIONS_INNUMERABLE, YES, SCAN.minusDays(1))));
    }

    @Test
    void the_measurement_of_a_resolved_lesion_does_not_outdate_a_statement() {
        ChartBuilder chart = two().lesion("c", mm("0"), SCAN.plusDays(1)).listComplete();
        assertEquals(CountRange.exactly(2), count(chart));
    }

    @Test
    void a_statement_of_a_month_does_not_certainly_follow_a_day_in_it() {
        ChartDate month = new ChartDate(SCAN.minusDays(4), SCAN.plusDays(10));
        ChartBuilder chart = two().reading(FactKey.LESION_LIST_COMPLETE, Optional.of(YES), Optional.of(month));
        assertEquals(CountRange.atLeast(2), count(chart));
    }

    @Test
    void a_statement_and_a_measurement_of_one_month_belong_together() {
        ChartDate month = new ChartDate(SCAN.minusDays(4), SCAN.plusDays(10));
        ChartBuilder chart = patientWith(LIVER_METASTASES)
                .measured(MeasurementBuilder.of(LesionKey.identified("a"))
                        .size(mm("20"))
                        .on(month))
                .reading(FactKey.LESION_LIST_COMPLETE, Optional.of(YES), Optional.of(month));
        assertEquals(CountRange.exactly(1), count(chart));
    }

    @Test
    void a_statement_without_a_date_is_ignored() {
        ChartBuilder chart = two().reading(FactKey.LESION_LIST_COMPLETE, Optional.of(YES), Optional.empty());
        assertEquals(CountRange.atLeast(2), count(chart));
    }

    @Test
    void a_statement_stays_with_measurements_that_are_out_of_date_themselves() {
        ChartBuilder chart = patientWith(LIVER_METASTASES)
                .lesion("a", mm("20"), TODAY.minusDays(200))
                .reading(FactKey.LESION_LIST_COMPLETE, YES, TODAY.minusDays(200));
        assertEquals(CountRange.exactly(1), count(chart));
    }

    @Test
    void where_nothing_is_measured_only_a_current_count_counts() {
        ChartBuilder current =
                patientWith(LIVER_METASTASES).reading(FactKey.LESION_COUNT, exactly("2"), TODAY.minusDays(90));
        ChartBuilder old =
                patientWith(LIVER_METASTASES).reading(FactKey.LESION_COUNT, exactly("2"), TODAY.minusDays(91));
        assertEquals(CountRange.exactly(2), count(current));
        assertEquals(CountRange.atLeast(0), count(old));
    }

    @Test
    void two_counts_of_one_day_contradict_each_other() {
        assertEquals(CountRange.atLeast(2), count(two().count(2).count(3)));
        assertTrue(isConflict(two().count(2).count(3)));
    }

    @Test
    void innumerable_is_more_than_three_and_not_open() {
        assertEquals(CountRange.moreThan(3), count(two().innumerable()));
        assertTrue(lesions(two().innumerable()).unmeasured());
    }

    @Test
    void innumerable_is_at_least_as_many_as_measured() {
        ChartBuilder five = two().lesion("c", mm("20"))
                .lesion("d", mm("20"))
                .lesion("e", mm("20"))
                .innumerable();
        assertEquals(5, count(five).low());
    }

    @Test
    void innumerable_beside_a_count_up_to_three_is_a_conflict_and_beside_four_is_none() {
        assertTrue(isConflict(two().innumerable().count(3)));
        assertFalse(isConflict(two().innumerable().count(4)));
    }

    @Test
    void not_innumerable_says_nothing_of_the_count() {
        assertEquals(CountRange.atLeast(2), count(two().reading(FactKey.LESIONS_INNUMERABLE, NO)));
    }

    @Test
    void where_observations_were_not_read_in_full_the_count_is_open() {
        assertEquals(CountRange.atLeast(2), count(two().listComplete().unread(ChartPart.OBSERVATIONS)));
        assertEquals(CountRange.exactly(2), count(two().listComplete().unread(ChartPart.LABS)));
    }

    private static NumberRange exactly(String count) {
        return NumberRange.exactly(new BigDecimal(count));
    }

    private static ChartBuilder two() {
        return patientWith(LIVER_METASTASES).lesion("a", mm("20")).lesion("b", mm("21"));
    }

    private static CountRange count(ChartBuilder chart) {
        return lesions(chart).count();
    }

    private static Lesions lesions(ChartBuilder chart) {
        return chart.chart().lesions();
    }

    private static boolean isConflict(ChartBuilder chart) {
        return !lesions(chart).conflicts().isEmpty();
    }
}
