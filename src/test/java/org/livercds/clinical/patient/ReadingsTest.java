package org.livercds.clinical.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.livercds.clinical.Evidence;

class ReadingsTest {

    private static final Reading<Integer> TWO = new Reading<>(
            Optional.of(2), Optional.empty(), new Evidence("Observation/1", "ecog", "2", Optional.empty()));
    private static final Reading<Integer> THREE = new Reading<>(
            Optional.of(3), Optional.empty(), new Evidence("Observation/2", "ecog", "3", Optional.empty()));

    @Test
    void results_of_one_fact_are_kept_together() {
        Readings readings = Readings.none().with(FactKey.ECOG, TWO).with(FactKey.ECOG, THREE);
        assertEquals(List.of(TWO, THREE), readings.of(FactKey.ECOG));
    }

    @Test
    void a_fact_without_results_has_an_empty_list() {
        assertEquals(List.of(), Readings.none().with(FactKey.ECOG, TWO).of(FactKey.KARNOFSKY));
    }

    @Test
    void without_a_fact_the_others_stay() {
        Readings readings = Readings.none().with(FactKey.ECOG, TWO).with(FactKey.KARNOFSKY, THREE);
        assertEquals(List.of(), readings.without(FactKey.ECOG).of(FactKey.ECOG));
        assertEquals(List.of(THREE), readings.without(FactKey.ECOG).of(FactKey.KARNOFSKY));
    }

    @Test
    void adding_leaves_the_original_as_it_was() {
        Readings before = Readings.none();
        before.with(FactKey.ECOG, TWO);
        assertEquals(List.of(), before.of(FactKey.ECOG));
    }
}
