package org.livercds.clinical.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.Truth.MET;
import static org.livercds.clinical.Truth.NOT_MET;
import static org.livercds.clinical.Truth.UNKNOWN;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class NumberRangeTest {

    private static final BigDecimal THIRTY = new BigDecimal("30");

    @Test
    void a_point_is_below_a_larger_number_only() {
        assertEquals(MET, exactly("29.9").isBelow(THIRTY));
        assertEquals(NOT_MET, exactly("30.0").isBelow(THIRTY));
        assertEquals(NOT_MET, exactly("30.1").isBelow(THIRTY));
    }

    @Test
    void a_point_is_above_a_smaller_number_only() {
        assertEquals(NOT_MET, exactly("29.9").isAbove(THIRTY));
        assertEquals(NOT_MET, exactly("30.0").isAbove(THIRTY));
        assertEquals(MET, exactly("30.1").isAbove(THIRTY));
    }

    @Test
    void less_than_thirty_is_below_thirty() {
        assertEquals(MET, upTo("30", true).isBelow(THIRTY));
    }

    @Test
    void at_most_thirty_may_be_thirty() {
        assertEquals(UNKNOWN, upTo("30", false).isBelow(THIRTY));
        assertEquals(NOT_MET, upTo("30", false).isAbove(THIRTY));
    }

    @Test
    void less_than_forty_may_be_above_thirty() {
        assertEquals(UNKNOWN, upTo("40", true).isBelow(THIRTY));
        assertEquals(UNKNOWN, upTo("40", true).isAbove(THIRTY));
    }

    @Test
    void more_than_thirty_is_above_thirty() {
        assertEquals(MET, from("30", true).isAbove(THIRTY));
        assertEquals(NOT_MET, from("30", true).isBelow(THIRTY));
    }

    @Test
    void at_least_thirty_may_be_thirty_and_is_not_below_it() {
        assertEquals(UNKNOWN, from("30", false).isAbove(THIRTY));
        assertEquals(NOT_MET, from("30", false).isBelow(THIRTY));
    }

    @Test
    void without_an_upper_end_a_smaller_bound_decides_nothing() {
        assertEquals(UNKNOWN, from("20", false).isBelow(THIRTY));
        assertEquals(UNKNOWN, from("20", false).isAbove(THIRTY));
    }

    @Test
    void a_range_that_ends_at_the_limit_may_reach_it() {
        assertEquals(UNKNOWN, between("20", "30").isBelow(THIRTY));
        assertEquals(MET, between("20", "29.9").isBelow(THIRTY));
        assertEquals(NOT_MET, between("30", "40").isBelow(THIRTY));
    }

    @Test
    void exactly_needs_both_ends() {
        assertTrue(exactly("30.00").isExactly(THIRTY));
        assertFalse(exactly("29.9").isExactly(THIRTY));
        assertFalse(between("29", "30").isExactly(THIRTY));
        assertFalse(between("30", "31").isExactly(THIRTY));
        assertFalse(from("30", false).isExactly(THIRTY));
    }

    @Test
    void the_number_of_decimals_makes_no_difference() {
        assertEquals(exactly("30"), exactly("30.00"));
    }

    @Test
    void times_moves_both_ends_and_keeps_them_open_or_closed() {
        assertEquals(upTo("25", true), upTo("2.5", true).times(BigDecimal.TEN));
        assertEquals(from("25", true), from("2.5", true).times(BigDecimal.TEN));
    }

    @Test
    void the_gap_is_between_the_nearer_ends() {
        assertEquals(new BigDecimal("5"), between("10", "15").gap(between("20", "30")));
        assertEquals(new BigDecimal("5"), between("20", "30").gap(between("10", "15")));
    }

    @Test
    void ranges_that_touch_or_overlap_have_no_gap() {
        assertEquals(0, between("10", "20").gap(between("20", "30")).signum());
        assertEquals(0, between("10", "25").gap(between("20", "30")).signum());
        assertEquals(0, from("10", false).gap(from("20", false)).signum());
    }

    @Test
    void a_range_does_not_end_below_its_beginning() {
        assertThrows(IllegalArgumentException.class, () -> between("2", "1"));
    }

    private static NumberRange exactly(String value) {
        return NumberRange.exactly(new BigDecimal(value));
    }

    private static NumberRange between(String low, String high) {
        return NumberRange.between(new BigDecimal(low), new BigDecimal(high));
    }

    private static NumberRange upTo(String bound, boolean open) {
        return NumberRange.upTo(new BigDecimal(bound), open);
    }

    private static NumberRange from(String bound, boolean open) {
        return NumberRange.from(new BigDecimal(bound), open);
    }
}
