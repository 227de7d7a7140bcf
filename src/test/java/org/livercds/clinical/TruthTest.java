package org.livercds.clinical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.livercds.clinical.Truth.MET;
import static org.livercds.clinical.Truth.NOT_MET;
import static org.livercds.clinical.Truth.UNKNOWN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthTest {

    @ParameterizedTest
    @CsvSource({
        "MET,     MET,     MET,     MET",
        "MET,     NOT_MET, NOT_MET, MET",
        "MET,     UNKNOWN, UNKNOWN, MET",
        "NOT_MET, NOT_MET, NOT_MET, NOT_MET",
        "NOT_MET, UNKNOWN, NOT_MET, UNKNOWN",
        "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN",
    })
    void and_and_or_follow_kleene_in_either_order(Truth one, Truth other, Truth both, Truth either) {
        assertEquals(both, one.and(other));
        assertEquals(both, other.and(one));
        assertEquals(either, one.or(other));
        assertEquals(either, other.or(one));
    }

    @ParameterizedTest
    @CsvSource({"MET, NOT_MET", "NOT_MET, MET", "UNKNOWN, UNKNOWN"})
    void not_swaps_yes_and_no_and_leaves_doubt(Truth truth, Truth opposite) {
        assertEquals(opposite, truth.not());
    }

    @ParameterizedTest
    @CsvSource({"MET, MET", "NOT_MET, NOT_MET", "UNKNOWN, NOT_MET"})
    void certain_turns_doubt_into_no(Truth truth, Truth certain) {
        assertEquals(certain, truth.certain());
    }

    @Test
    void a_boolean_is_yes_or_no() {
        assertEquals(MET, Truth.of(true));
        assertEquals(NOT_MET, Truth.of(false));
    }

    @Test
    void one_failed_part_fails_all_even_beside_doubt() {
        assertEquals(NOT_MET, Truth.allOf(List.of(MET, UNKNOWN, NOT_MET)));
    }

    @Test
    void one_doubtful_part_leaves_all_in_doubt() {
        assertEquals(UNKNOWN, Truth.allOf(List.of(MET, UNKNOWN)));
    }

    @Test
    void one_met_part_is_enough_for_any() {
        assertEquals(MET, Truth.anyOf(List.of(NOT_MET, UNKNOWN, MET)));
    }

    @Test
    void one_doubtful_part_leaves_any_in_doubt() {
        assertEquals(UNKNOWN, Truth.anyOf(List.of(NOT_MET, UNKNOWN)));
    }

    @Test
    void nothing_at_all_is_never_a_yes() {
        assertEquals(UNKNOWN, Truth.allOf(List.of()));
        assertEquals(UNKNOWN, Truth.anyOf(List.of()));
    }
}
