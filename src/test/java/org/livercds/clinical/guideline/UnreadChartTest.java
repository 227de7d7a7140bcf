package org.livercds.clinical.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.livercds.clinical.guideline.Advised.assertAbsent;
import static org.livercds.clinical.guideline.Advised.assertConditional;
import static org.livercds.clinical.guideline.Advised.assertRecommended;
import static org.livercds.clinical.guideline.RecommendationId.ABLATION;
import static org.livercds.clinical.guideline.RecommendationId.DIAGNOSTIC_WORKUP;
import static org.livercds.clinical.guideline.RecommendationId.EMBOLIZATION;
import static org.livercds.clinical.guideline.RecommendationId.RADIOEMBOLIZATION;
import static org.livercds.clinical.guideline.RecommendationId.SURVEILLANCE;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Judgement.NO;
import static org.livercds.clinical.patient.Problem.Kind.CIRRHOSIS;
import static org.livercds.clinical.patient.Problem.Kind.HEPATOCELLULAR_CARCINOMA;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_METASTASES;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.livercds.clinical.Fact;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.ChartPart;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.Detection;

class UnreadChartTest {

    @ParameterizedTest
    @EnumSource(
            value = ChartPart.class,
            names = {"CONDITIONS", "OBSERVATIONS", "PROCEDURES"})
    void nothing_is_recommended_where_spread_measurement_or_treatment_may_be_unread(ChartPart part) {
        assertConditional(ABLATION, ablatable().unread(part));
        assertConditional(SURVEILLANCE, watched().unread(part));
        assertConditional(
                DIAGNOSTIC_WORKUP, patientWith(CIRRHOSIS).lesion("a", mm("14")).unread(part));
        assertConditional(
                RADIOEMBOLIZATION, embolizable(patientWith(LIVER_METASTASES)).unread(part));
        assertConditional(
                EMBOLIZATION, embolizable(patientWith(HEPATOCELLULAR_CARCINOMA)).unread(part));
    }

    @ParameterizedTest
    @EnumSource(
            value = ChartPart.class,
            names = {"PATIENT", "LABS", "BODY_STRUCTURES"})
    void other_unread_parts_do_not_lower_what_does_not_ask_for_them(ChartPart part) {
        assertRecommended(ABLATION, ablatable().unread(part));
        assertRecommended(SURVEILLANCE, watched().unread(part));
    }

    @Test
    void unread_laboratory_values_may_hold_a_bilirubin_that_lowers_what_asks_for_it() {
        assertRecommended(RADIOEMBOLIZATION, embolizable(patientWith(LIVER_METASTASES)));
        assertConditional(
                RADIOEMBOLIZATION, embolizable(patientWith(LIVER_METASTASES)).unread(ChartPart.LABS));
        assertConditional(
                RADIOEMBOLIZATION,
                embolizable(patientWith(LIVER_METASTASES)).bilirubin("1").unread(ChartPart.LABS));
    }

    @Test
    void what_rules_an_option_out_still_does() {
        assertAbsent(
                ABLATION, patientWith(LIVER_METASTASES).lesion("a", mm("30")).unread(ChartPart.OBSERVATIONS));
    }

    @Test
    void what_may_be_unread_is_missing_for_that_reason() {
        Optional<Missing> spread = Advised.on(ablatable().unread(ChartPart.OBSERVATIONS)).advice().missing().stream()
                .filter(missing -> missing.id() == MissingId.SPREAD)
                .findFirst();
        assertEquals(Optional.of(Fact.Reason.INCOMPLETE), spread.orElseThrow().reason());
    }

    private static ChartBuilder ablatable() {
        return patientWith(LIVER_METASTASES).lesion("a", mm("20")).listComplete();
    }

    private static ChartBuilder watched() {
        return patientWith(CIRRHOSIS).lesion("a", mm("8")).listComplete().found(Detection.SCREENING);
    }

    private static ChartBuilder embolizable(ChartBuilder chart) {
        return chart.lesion("a", mm("50"))
                .listComplete()
                .resectable(NO)
                .extrahepatic(NO)
                .childPugh(ChildPugh.A);
    }
}
