package org.livercds.clinical.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.patient.ChartBuilder.SCAN;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.MeasurementBuilder.unkeyed;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_METASTASES;
import static org.livercds.clinical.patient.Treatment.Kind.ABLATION;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.livercds.clinical.ChartDate;

class TreatmentTest {

    @ParameterizedTest
    @EnumSource(Treatment.Kind.class)
    void a_lesion_treated_after_its_measurement_is_unknown_and_not_small(Treatment.Kind kind) {
        assertTrue(isTreated(oneLesion().treated(kind, SCAN.plusDays(1))));
    }

    @Test
    void a_treatment_on_the_day_of_the_measurement_counts() {
        assertTrue(isTreated(oneLesion().treated(ABLATION, SCAN)));
    }

    @Test
    void a_treatment_before_the_measurement_does_not() {
        assertFalse(isTreated(oneLesion().treated(ABLATION, SCAN.minusDays(1))));
    }

    @Test
    void any_overlap_of_its_dates_counts() {
        assertTrue(isTreated(
                oneLesion().treated(ABLATION, Optional.of(new ChartDate(SCAN.minusDays(20), SCAN)), whole())));
    }

    @Test
    void a_treatment_without_a_date_counts() {
        assertTrue(isTreated(oneLesion().treated(ABLATION, Optional.empty(), whole())));
    }

    @Test
    void a_treatment_of_the_lesion_counts_and_one_of_another_does_not() {
        assertTrue(isTreated(oneLesion().treated(ABLATION, SCAN, "a")));
        assertFalse(isTreated(oneLesion().treated(ABLATION, SCAN, "b")));
    }

    @Test
    void a_treatment_that_names_the_measurement_counts() {
        LiverChart chart = oneLesion().chart();
        String reference = chart.lesions().live().get(0).evidence().get(0).reference();
        assertTrue(isTreated(oneLesion()
                .treated(
                        ABLATION, Optional.of(ChartDate.of(SCAN)), new Treatment.Target(Set.of(), Set.of(reference)))));
        assertFalse(isTreated(oneLesion()
                .treated(ABLATION, Optional.of(ChartDate.of(SCAN)), new Treatment.Target(Set.of(), Set.of("other")))));
    }

    @Test
    void a_lesion_that_nothing_identifies_cannot_be_told_from_the_treated_one() {
        ChartBuilder chart = patientWith(LIVER_METASTASES).measured(unkeyed(mm("20")));
        assertTrue(isTreated(chart.treated(ABLATION, SCAN, "a")));
    }

    @Test
    void a_treated_lesion_still_counts() {
        assertEquals(
                1, oneLesion().treated(ABLATION, SCAN).chart().lesions().live().size());
    }

    @Test
    void a_lesion_of_no_date_is_of_unknown_size_anyway() {
        ChartBuilder chart = patientWith(LIVER_METASTASES)
                .measured(MeasurementBuilder.of(LesionKey.identified("a"))
                        .size(mm("20"))
                        .undated())
                .treated(ABLATION, SCAN);
        assertFalse(chart.chart().lesions().live().get(0).size().isKnown());
    }

    private static Treatment.Target whole() {
        return Treatment.Target.wholeLiver();
    }

    private static ChartBuilder oneLesion() {
        return patientWith(LIVER_METASTASES).lesion("a", mm("20"));
    }

    private static boolean isTreated(ChartBuilder chart) {
        return chart.chart().lesions().live().get(0).isTreatedSince();
    }
}
