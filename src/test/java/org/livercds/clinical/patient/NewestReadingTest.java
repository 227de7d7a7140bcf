package org.livercds.clinical.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.patient.ChartBuilder.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Fact.Reason;

class NewestReadingTest {

    @Test
    void the_newest_result_decides() {
        assertEquals(Optional.of(2), fact(List.of(daysAgo(1, 5), daysAgo(2, 3))).value());
    }

    @Test
    void an_unusable_result_is_passed_over_for_an_older_usable_one() {
        assertEquals(Optional.of(1), fact(List.of(daysAgo(1, 5), unusable(3))).value());
    }

    @Test
    void two_different_values_of_one_day_contradict_each_other() {
        Fact<Integer> fact = fact(List.of(daysAgo(1, 5), daysAgo(2, 5)));
        assertTrue(fact.isUnknownBecause(Reason.CONFLICTING));
        assertEquals(2, fact.evidence().size());
    }

    @Test
    void one_value_twice_on_one_day_is_known() {
        assertEquals(Optional.of(1), fact(List.of(daysAgo(1, 5), daysAgo(1, 5))).value());
    }

    @Test
    void an_older_contradiction_does_not_matter() {
        assertEquals(
                Optional.of(3),
                fact(List.of(daysAgo(1, 5), daysAgo(2, 5), daysAgo(3, 4))).value());
    }

    @Test
    void exactly_the_limit_is_current_and_one_day_more_is_out_of_date() {
        assertEquals(Optional.of(1), fact(List.of(daysAgo(1, 90))).value());
        assertTrue(fact(List.of(daysAgo(1, 91))).isUnknownBecause(Reason.OUT_OF_DATE));
    }

    @Test
    void a_month_is_as_old_as_its_first_day() {
        LocalDate first = TODAY.minusDays(91);
        Reading<Integer> month = reading(Optional.of(1), Optional.of(new ChartDate(first, first.plusDays(29))));
        assertTrue(fact(List.of(month)).isUnknownBecause(Reason.OUT_OF_DATE));
    }

    @Test
    void a_result_of_today_counts_and_one_of_tomorrow_cannot_be_placed() {
        assertEquals(Optional.of(1), fact(List.of(daysAgo(1, 0))).value());
        assertTrue(fact(List.of(daysAgo(1, -1))).isUnknownBecause(Reason.UNREADABLE));
    }

    @Test
    void a_result_without_a_date_cannot_be_placed() {
        Reading<Integer> undated = reading(Optional.of(1), Optional.empty());
        assertTrue(fact(List.of(undated)).isUnknownBecause(Reason.UNREADABLE));
        assertEquals(1, fact(List.of(undated)).evidence().size());
    }

    @Test
    void only_unusable_results_are_unreadable_and_not_unrecorded() {
        assertTrue(fact(List.of(unusable(3))).isUnknownBecause(Reason.UNREADABLE));
    }

    @Test
    void no_result_at_all_is_unknown_for_the_reason_given() {
        List<Reading<Integer>> none = List.of();
        assertTrue(NewestReading.of(none, TODAY, 90, Reason.NOT_RECORDED).isUnknownBecause(Reason.NOT_RECORDED));
        assertTrue(NewestReading.of(none, TODAY, 90, Reason.INCOMPLETE).isUnknownBecause(Reason.INCOMPLETE));
    }

    private static Fact<Integer> fact(List<Reading<Integer>> readings) {
        return NewestReading.of(readings, TODAY, 90, Reason.NOT_RECORDED);
    }

    private static Reading<Integer> daysAgo(int value, int days) {
        return reading(Optional.of(value), Optional.of(ChartDate.of(TODAY.minusDays(days))));
    }

    private static Reading<Integer> unusable(int days) {
        return reading(Optional.empty(), Optional.of(ChartDate.of(TODAY.minusDays(days))));
    }

    private static Reading<Integer> reading(Optional<Integer> value, Optional<ChartDate> date) {
        return new Reading<>(value, date, new Evidence("Observation/1", "ecog", "value", date));
    }
}
