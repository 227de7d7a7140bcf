package org.livercds.clinical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartDateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final ChartDate NOVEMBER = new ChartDate(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));

    @ParameterizedTest
    @CsvSource({"90, 90, false", "91, 90, true", "180, 180, false", "181, 180, true", "0, 1, false"})
    void exactly_the_limit_is_not_older(int age, int limit, boolean older) {
        assertEquals(older, ChartDate.of(TODAY.minusDays(age)).isOlderThan(limit, TODAY));
    }

    @Test
    void the_oldest_possible_day_decides_about_age() {
        assertTrue(NOVEMBER.isOlderThan(18, TODAY));
        assertFalse(NOVEMBER.isOlderThan(19, TODAY));
    }

    @Test
    void tomorrow_is_the_future_and_today_is_not() {
        assertTrue(ChartDate.of(TODAY.plusDays(1)).isFuture(TODAY));
        assertFalse(ChartDate.of(TODAY).isFuture(TODAY));
    }

    @Test
    void a_month_that_has_begun_is_not_the_future() {
        assertFalse(NOVEMBER.isFuture(TODAY));
    }

    @Test
    void any_overlap_is_possibly_on_or_after() {
        assertTrue(NOVEMBER.isPossiblyOnOrAfter(ChartDate.of(LocalDate.of(2026, 11, 30))));
        assertFalse(NOVEMBER.isPossiblyOnOrAfter(ChartDate.of(LocalDate.of(2026, 12, 1))));
    }

    @Test
    void certainly_before_needs_its_last_possible_day_to_be_before() {
        assertTrue(NOVEMBER.isCertainlyBefore(ChartDate.of(LocalDate.of(2026, 12, 1))));
        assertFalse(NOVEMBER.isCertainlyBefore(ChartDate.of(LocalDate.of(2026, 11, 30))));
    }

    @Test
    void a_date_does_not_end_before_it_begins() {
        assertThrows(IllegalArgumentException.class, () -> new ChartDate(TODAY, TODAY.minusDays(1)));
    }
}
