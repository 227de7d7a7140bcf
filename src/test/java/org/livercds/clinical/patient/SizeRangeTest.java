package org.livercds.clinical.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.patient.ChartBuilder.atLeast;
import static org.livercds.clinical.patient.ChartBuilder.lessThan;
import static org.livercds.clinical.patient.ChartBuilder.mm;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.clinical.Truth;

class SizeRangeTest {

    @ParameterizedTest
    @CsvSource({
        "9.9,  10, MET",
        "10.0, 10, NOT_MET",
        "10.1, 10, NOT_MET",
        "29.9, 30, MET",
        "29.9999, 30, MET",
        "30.0, 30, NOT_MET",
        "30.1, 30, NOT_MET",
    })
    void smaller_than_is_strict_and_exact(String size, String limit, Truth expected) {
        assertEquals(expected, mm(size).isBelow(new BigDecimal(limit)));
    }

    @Test
    void less_than_ten_is_smaller_than_ten() {
        assertEquals(Truth.MET, lessThan("10").isBelow(BigDecimal.TEN));
    }

    @Test
    void exactly_five_apart_is_one_value_and_just_over_five_is_two() {
        assertFalse(mm("20").isApartFrom(mm("25")));
        assertTrue(mm("20").isApartFrom(mm("25.1")));
        assertTrue(mm("25.1").isApartFrom(mm("20")));
    }

    @Test
    void ranges_are_apart_by_their_nearer_ends() {
        assertFalse(mm("10", "20").isApartFrom(mm("25")));
        assertTrue(mm("10", "20").isApartFrom(mm("25.1")));
    }

    @Test
    void only_zero_is_no_longer_seen() {
        assertTrue(mm("0").isResolved());
        assertTrue(mm("0.0").isResolved());
        assertFalse(mm("0.1").isResolved());
        assertFalse(lessThan("5").isResolved());
    }

    @Test
    void the_span_holds_both_values() {
        assertEquals(mm("20", "24"), mm("24").span(mm("20")));
        assertEquals(atLeast("20"), mm("20").span(atLeast("24")));
    }

    @Test
    void the_largest_is_the_longer_of_two_diameters() {
        assertEquals(mm("24"), mm("24").largest(mm("20")));
        assertEquals(mm("24", "30"), mm("24").largest(mm("20", "30")));
    }

    @Test
    void exactly_is_by_value_and_not_by_decimals() {
        assertTrue(mm("30.0").isExactly(new BigDecimal("30")));
        assertFalse(mm("29", "30").isExactly(new BigDecimal("30")));
    }
}
