package org.livercds.clinical.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.Truth.MET;
import static org.livercds.clinical.Truth.NOT_MET;
import static org.livercds.clinical.Truth.UNKNOWN;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CountRangeTest {

    @Test
    void three_are_at_most_three_and_four_are_not() {
        assertEquals(MET, CountRange.exactly(2).isAtMost(3));
        assertEquals(MET, CountRange.exactly(3).isAtMost(3));
        assertEquals(NOT_MET, CountRange.exactly(4).isAtMost(3));
    }

    @Test
    void an_open_count_of_three_may_be_more() {
        assertEquals(UNKNOWN, CountRange.atLeast(3).isAtMost(3));
    }

    @Test
    void an_open_count_of_four_is_more_than_three_already() {
        assertEquals(NOT_MET, CountRange.atLeast(4).isAtMost(3));
    }

    @Test
    void more_than_three_is_not_at_most_three() {
        assertEquals(NOT_MET, CountRange.moreThan(3).isAtMost(3));
        assertEquals(UNKNOWN, CountRange.moreThan(2).isAtMost(3));
    }

    @Test
    void a_range_across_the_limit_is_unknown() {
        assertEquals(UNKNOWN, new CountRange(2, OptionalInt.of(4), false).isAtMost(3));
        assertEquals(MET, new CountRange(2, OptionalInt.of(3), false).isAtMost(3));
    }

    @Test
    void only_a_count_from_below_is_open() {
        assertTrue(CountRange.atLeast(1).open());
        assertFalse(CountRange.exactly(1).open());
        assertFalse(CountRange.moreThan(3).open());
    }

    @Test
    void there_is_no_negative_and_no_backward_count() {
        assertThrows(IllegalArgumentException.class, () -> CountRange.exactly(-1));
        assertThrows(IllegalArgumentException.class, () -> new CountRange(3, OptionalInt.of(2), false));
    }
}
