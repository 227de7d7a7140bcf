package org.livercds.clinical.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.patient.ChartBuilder.TODAY;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Judgement.NO;
import static org.livercds.clinical.patient.Judgement.UNDETERMINED;
import static org.livercds.clinical.patient.Judgement.YES;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_METASTASES;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Fact.Reason;
import org.livercds.clinical.Truth;

class FitnessTest {

    @ParameterizedTest
    @CsvSource({"0, MET", "1, MET", "2, UNKNOWN", "3, NOT_MET", "4, NOT_MET"})
    void ecog_up_to_one_is_fit_two_is_open_three_is_not(int grade, Truth fit) {
        assertEquals(fit, fitness(patient().reading(FactKey.ECOG, grade)).decide(Truth::of));
    }

    @ParameterizedTest
    @CsvSource({"100, MET", "80, MET", "70, UNKNOWN", "60, UNKNOWN", "50, NOT_MET", "40, NOT_MET"})
    void karnofsky_from_eighty_is_fit_sixty_and_seventy_are_open_fifty_is_not(int percent, Truth fit) {
        assertEquals(fit, fitness(patient().reading(FactKey.KARNOFSKY, percent)).decide(Truth::of));
    }

    @Test
    void an_explicit_judgement_precedes_ecog() {
        assertEquals(
                Optional.of(false),
                fitness(patient().fit(NO).reading(FactKey.ECOG, 0)).value());
        assertEquals(
                Optional.of(true),
                fitness(patient().fit(YES).reading(FactKey.ECOG, 4)).value());
    }

    @Test
    void undetermined_leaves_it_to_ecog() {
        assertEquals(
                Optional.of(false),
                fitness(patient().fit(UNDETERMINED).reading(FactKey.ECOG, 3)).value());
    }

    @Test
    void ecog_precedes_karnofsky_even_when_it_decides_nothing() {
        assertEquals(
                Optional.empty(),
                fitness(patient().reading(FactKey.ECOG, 2).reading(FactKey.KARNOFSKY, 90))
                        .value());
    }

    @Test
    void an_ecog_out_of_date_leaves_it_to_karnofsky() {
        ChartBuilder chart =
                patient().reading(FactKey.ECOG, 0, TODAY.minusDays(91)).reading(FactKey.KARNOFSKY, 50);
        assertEquals(Optional.of(false), fitness(chart).value());
    }

    @Test
    void contradictory_judgements_are_not_passed_over() {
        assertTrue(fitness(patient().fit(YES).fit(NO).reading(FactKey.ECOG, 0)).isUnknownBecause(Reason.CONFLICTING));
    }

    @Test
    void contradictory_ecog_grades_are_not_passed_over() {
        ChartBuilder chart =
                patient().reading(FactKey.ECOG, 0).reading(FactKey.ECOG, 3).reading(FactKey.KARNOFSKY, 100);
        assertTrue(fitness(chart).isUnknownBecause(Reason.CONFLICTING));
    }

    @Test
    void a_grade_that_decides_nothing_is_shown_as_evidence() {
        assertEquals(1, fitness(patient().reading(FactKey.ECOG, 2)).evidence().size());
    }

    @Test
    void nothing_recorded_is_unknown() {
        assertTrue(fitness(patient()).isUnknownBecause(Reason.NOT_RECORDED));
    }

    private static Fact<Boolean> fitness(ChartBuilder chart) {
        return chart.chart().fit();
    }

    private static ChartBuilder patient() {
        return patientWith(LIVER_METASTASES);
    }
}
