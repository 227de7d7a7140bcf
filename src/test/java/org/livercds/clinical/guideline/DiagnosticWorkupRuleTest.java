package org.livercds.clinical.guideline;

import static org.livercds.clinical.guideline.Advised.assertAbsent;
import static org.livercds.clinical.guideline.Advised.assertConditional;
import static org.livercds.clinical.guideline.Advised.assertInfo;
import static org.livercds.clinical.guideline.Advised.assertRecommended;
import static org.livercds.clinical.guideline.RecommendationId.DIAGNOSTIC_WORKUP;
import static org.livercds.clinical.patient.ChartBuilder.TODAY;
import static org.livercds.clinical.patient.ChartBuilder.atLeast;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patient;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Detection.SCREENING;
import static org.livercds.clinical.patient.Problem.Kind.CIRRHOSIS;
import static org.livercds.clinical.patient.Problem.Kind.HEPATOCELLULAR_CARCINOMA;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_CANCER_HISTORY;
import static org.livercds.clinical.patient.Problem.Kind.MALIGNANCY;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.Detection;
import org.livercds.clinical.patient.Problem;
import org.livercds.clinical.patient.SizeRange;

class DiagnosticWorkupRuleTest {

    @Test
    void an_at_risk_liver_needs_it_from_ten_millimetres() {
        assertAbsent(DIAGNOSTIC_WORKUP, screened(mm("9.9")));
        assertRecommended(DIAGNOSTIC_WORKUP, screened(mm("10.0")));
        assertRecommended(DIAGNOSTIC_WORKUP, screened(mm("10.1")));
        assertRecommended(DIAGNOSTIC_WORKUP, screened(atLeast("10")));
    }

    @Test
    void one_large_lesion_among_small_ones_is_enough() {
        assertRecommended(DIAGNOSTIC_WORKUP, screened(mm("8")).lesion("b", mm("14")));
    }

    @Test
    void a_size_that_may_be_below_is_not_enough() {
        assertAbsent(DIAGNOSTIC_WORKUP, screened(mm("8", "12")));
    }

    @ParameterizedTest
    @EnumSource(value = Detection.class, names = "SCREENING", mode = EnumSource.Mode.EXCLUDE)
    void a_small_lesion_found_otherwise_needs_it(Detection detection) {
        assertRecommended(
                DIAGNOSTIC_WORKUP, patientWith(CIRRHOSIS).lesion("a", mm("8")).found(detection));
    }

    @Test
    void a_small_lesion_found_in_an_unknown_way_does_not() {
        assertAbsent(DIAGNOSTIC_WORKUP, patientWith(CIRRHOSIS).lesion("a", mm("8")));
    }

    @Test
    void after_a_liver_cancer_any_live_lesion_needs_it() {
        assertRecommended(DIAGNOSTIC_WORKUP, patientWith(LIVER_CANCER_HISTORY).lesion("a", mm("4")));
        assertRecommended(DIAGNOSTIC_WORKUP, patientWith(LIVER_CANCER_HISTORY).count(1));
    }

    @Test
    void a_measurement_out_of_date_makes_it_conditional() {
        assertRecommended(DIAGNOSTIC_WORKUP, patientWith(CIRRHOSIS).lesion("a", mm("14"), TODAY.minusDays(180)));
        assertConditional(DIAGNOSTIC_WORKUP, patientWith(CIRRHOSIS).lesion("a", mm("14"), TODAY.minusDays(181)));
        assertConditional(
                DIAGNOSTIC_WORKUP, patientWith(LIVER_CANCER_HISTORY).lesion("a", mm("14"), TODAY.minusDays(181)));
    }

    @Test
    void a_suspected_liver_cancer_is_a_hint_with_or_without_a_lesion() {
        assertInfo(DIAGNOSTIC_WORKUP, suspected());
        assertInfo(DIAGNOSTIC_WORKUP, suspected().lesion("a", mm("20"), TODAY.minusDays(200)));
    }

    @Test
    void a_liver_lesion_beside_another_cancer_is_a_hint() {
        assertInfo(DIAGNOSTIC_WORKUP, patientWith(MALIGNANCY).lesion("a", mm("8")));
    }

    @Test
    void a_confirmed_liver_cancer_needs_no_diagnosis() {
        assertAbsent(DIAGNOSTIC_WORKUP, patientWith(HEPATOCELLULAR_CARCINOMA).lesion("a", mm("14")));
    }

    private static ChartBuilder suspected() {
        return patient().with(HEPATOCELLULAR_CARCINOMA, Problem.State.SUSPECTED);
    }

    private static ChartBuilder screened(SizeRange size) {
        return patientWith(CIRRHOSIS).lesion("a", size).listComplete().found(SCREENING);
    }
}
