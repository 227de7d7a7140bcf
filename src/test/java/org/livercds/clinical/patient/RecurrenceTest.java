package org.livercds.clinical.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.livercds.clinical.patient.ChartBuilder.SCAN;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Problem.Kind.HEPATOCELLULAR_CARCINOMA;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_CANCER_RECURRENCE;
import static org.livercds.clinical.patient.Problem.Kind.MALIGNANCY;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Truth;

class RecurrenceTest {

    @Test
    void without_code_or_treatment_it_is_no_recurrence() {
        assertEquals(Truth.NOT_MET, recurrence(hcc().lesion("a", mm("20"))));
    }

    @Test
    void a_recurrent_clinical_status_is_a_recurrence() {
        assertEquals(Truth.MET, recurrence(ChartBuilder.patient().recurrent(HEPATOCELLULAR_CARCINOMA)));
    }

    @Test
    void the_code_for_local_recurrence_is_a_recurrence() {
        assertEquals(Truth.MET, recurrence(hcc().with(LIVER_CANCER_RECURRENCE)));
    }

    @Test
    void a_suspected_or_past_recurrence_is_none() {
        assertEquals(Truth.NOT_MET, recurrence(hcc().with(LIVER_CANCER_RECURRENCE, Problem.State.SUSPECTED)));
        assertEquals(
                Truth.NOT_MET, recurrence(hcc().with(Set.of(HEPATOCELLULAR_CARCINOMA), Problem.State.SUSPECTED, true)));
    }

    @Test
    void the_recurrence_of_another_cancer_is_none() {
        assertEquals(Truth.NOT_MET, recurrence(hcc().recurrent(MALIGNANCY)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Treatment.Kind.class,
            names = {"ABLATION", "RESECTION", "TRANSPLANT"})
    void a_curative_treatment_before_a_live_lesion_leaves_it_unknown(Treatment.Kind kind) {
        assertEquals(Truth.UNKNOWN, recurrence(hcc().lesion("b", mm("20")).treated(kind, SCAN.minusDays(1))));
    }

    @ParameterizedTest
    @EnumSource(
            value = Treatment.Kind.class,
            names = {"ABLATION", "RESECTION", "TRANSPLANT"},
            mode = EnumSource.Mode.EXCLUDE)
    void other_treatments_do_not(Treatment.Kind kind) {
        assertEquals(Truth.NOT_MET, recurrence(hcc().lesion("b", mm("20")).treated(kind, SCAN.minusDays(1))));
    }

    @Test
    void the_treated_lesion_may_be_another_one() {
        assertEquals(
                Truth.UNKNOWN,
                recurrence(hcc().lesion("b", mm("20")).treated(Treatment.Kind.ABLATION, SCAN.minusDays(1), "a")));
    }

    @Test
    void a_treatment_on_the_day_of_the_measurement_is_not_before_it() {
        assertEquals(Truth.NOT_MET, recurrence(hcc().lesion("b", mm("20")).treated(Treatment.Kind.ABLATION, SCAN)));
    }

    @Test
    void the_last_possible_day_of_the_treatment_must_be_before() {
        ChartDate until = new ChartDate(SCAN.minusDays(30), SCAN.minusDays(1));
        ChartDate overlapping = new ChartDate(SCAN.minusDays(30), SCAN);
        assertEquals(Truth.UNKNOWN, recurrence(treatedDuring(until)));
        assertEquals(Truth.NOT_MET, recurrence(treatedDuring(overlapping)));
    }

    @Test
    void a_treatment_without_a_date_is_not_certainly_before() {
        ChartBuilder chart = hcc().lesion("b", mm("20"))
                .treated(Treatment.Kind.ABLATION, Optional.empty(), Treatment.Target.wholeLiver());
        assertEquals(Truth.NOT_MET, recurrence(chart));
    }

    @Test
    void without_a_live_lesion_nothing_has_come_back() {
        assertEquals(
                Truth.NOT_MET,
                recurrence(hcc().lesion("b", mm("0")).treated(Treatment.Kind.ABLATION, SCAN.minusDays(1))));
    }

    private static ChartBuilder treatedDuring(ChartDate days) {
        return hcc().lesion("b", mm("20"))
                .treated(Treatment.Kind.ABLATION, Optional.of(days), Treatment.Target.wholeLiver());
    }

    private static Truth recurrence(ChartBuilder chart) {
        return chart.chart().recurrence().truth();
    }

    private static ChartBuilder hcc() {
        return patientWith(HEPATOCELLULAR_CARCINOMA);
    }
}
