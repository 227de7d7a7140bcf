package org.livercds.clinical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.livercds.clinical.Fact.Reason;

class FactTest {

    private static final List<Evidence> ENTRY = List.of(new Evidence("Observation/1", "ecog", "2", Optional.empty()));

    private final Fact<Integer> known = Fact.known(2, ENTRY);
    private final Fact<Integer> unknown = Fact.unknown(Reason.OUT_OF_DATE, ENTRY);

    @Test
    void a_known_fact_answers_yes_or_no() {
        assertEquals(Truth.MET, known.test(value -> value == 2));
        assertEquals(Truth.NOT_MET, known.test(value -> value == 3));
    }

    @Test
    void an_unknown_fact_answers_neither_yes_nor_no() {
        assertEquals(Truth.UNKNOWN, unknown.test(value -> true));
        assertEquals(Truth.UNKNOWN, unknown.decide(value -> Truth.MET));
    }

    @Test
    void a_known_fact_has_a_value_and_no_reason() {
        assertTrue(known.isKnown());
        assertEquals(Optional.of(2), known.value());
        assertEquals(Optional.empty(), known.reason());
        assertFalse(known.isUnknownBecause(Reason.OUT_OF_DATE));
    }

    @Test
    void an_unknown_fact_has_a_reason_and_no_value() {
        assertFalse(unknown.isKnown());
        assertEquals(Optional.empty(), unknown.value());
        assertEquals(Optional.of(Reason.OUT_OF_DATE), unknown.reason());
        assertTrue(unknown.isUnknownBecause(Reason.OUT_OF_DATE));
        assertFalse(unknown.isUnknownBecause(Reason.CONFLICTING));
    }

    @Test
    void mapping_keeps_the_evidence_and_the_reason() {
        assertEquals(Fact.known("2", ENTRY), known.map(String::valueOf));
        assertEquals(Fact.unknown(Reason.OUT_OF_DATE, ENTRY), unknown.map(String::valueOf));
    }

    @Test
    void what_nobody_recorded_is_unknown_without_evidence() {
        assertEquals(Fact.unknown(Reason.NOT_RECORDED, List.of()), Fact.notRecorded());
    }

    @Test
    void nothing_is_known_without_evidence() {
        assertThrows(IllegalArgumentException.class, () -> Fact.known(2, List.of()));
    }
}
