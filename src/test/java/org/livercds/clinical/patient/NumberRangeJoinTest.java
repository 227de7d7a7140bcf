package org.livercds.clinical.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NumberRangeJoinTest {

    private static final NumberRange TEN = range("10", false, "10", false);

    @Test
    void the_span_reaches_from_the_lower_to_the_higher_end() {
        NumberRange low = range("10", true, "20", false);
        NumberRange high = range("15", false, "30", true);
        assertEquals(range("10", true, "30", true), low.span(high));
        assertEquals(range("10", true, "30", true), high.span(low));
    }

    @Test
    void the_span_holds_an_end_that_either_holds() {
        NumberRange open = range("10", true, "20", true);
        NumberRange closed = range("10", false, "20", false);
        assertEquals(closed, open.span(closed));
        assertEquals(closed, closed.span(open));
        assertEquals(open, open.span(open));
    }

    @Test
    void the_span_with_a_range_without_end_has_no_end() {
        NumberRange endless = NumberRange.from(new BigDecimal("20"), true);
        assertEquals(NumberRange.from(BigDecimal.TEN, false), TEN.span(endless));
        assertEquals(NumberRange.from(BigDecimal.TEN, false), endless.span(TEN));
    }

    @Test
    void the_largest_of_two_begins_at_the_higher_beginning() {
        NumberRange low = range("5", false, "30", true);
        NumberRange high = range("10", true, "20", false);
        assertEquals(range("10", true, "30", true), low.largest(high));
        assertEquals(range("10", true, "30", true), high.largest(low));
        NumberRange openLow = range("5", true, "30", true);
        assertEquals(range("10", false, "30", true), openLow.largest(TEN));
        assertEquals(range("10", false, "30", true), TEN.largest(openLow));
    }

    @Test
    void the_largest_of_two_does_not_hold_a_beginning_that_one_of_them_does_not_hold() {
        NumberRange open = range("10", true, "20", false);
        NumberRange closed = range("10", false, "20", false);
        assertEquals(open, open.largest(closed));
        assertEquals(open, closed.largest(open));
        assertEquals(closed, closed.largest(closed));
    }

    @Test
    void the_largest_of_two_reaches_an_end_that_either_reaches() {
        NumberRange open = range("5", false, "20", true);
        NumberRange closed = range("5", false, "20", false);
        assertEquals(closed, open.largest(closed));
        assertEquals(closed, closed.largest(open));
        assertEquals(open, open.largest(open));
    }

    @Test
    void the_largest_has_no_end_where_one_of_them_has_none() {
        NumberRange endless = NumberRange.from(new BigDecimal("20"), true);
        assertEquals(endless, TEN.largest(endless));
        assertEquals(endless, endless.largest(TEN));
    }

    private static NumberRange range(String low, boolean lowOpen, String high, boolean highOpen) {
        return new NumberRange(new BigDecimal(low), lowOpen, Optional.of(new BigDecimal(high)), highOpen);
    }
}
