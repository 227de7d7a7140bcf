package org.livercds.clinical.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.livercds.clinical.guideline.RecommendationId.ABLATION;
import static org.livercds.clinical.guideline.RecommendationId.CLINICAL_TRIAL;
import static org.livercds.clinical.guideline.RecommendationId.EMBOLIZATION;
import static org.livercds.clinical.guideline.RecommendationId.MULTIDISCIPLINARY_REVIEW;
import static org.livercds.clinical.guideline.RecommendationId.RADIOEMBOLIZATION;
import static org.livercds.clinical.patient.ChartBuilder.SCAN;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Judgement.NO;
import static org.livercds.clinical.patient.Judgement.YES;
import static org.livercds.clinical.patient.Problem.Kind.CIRRHOSIS;
import static org.livercds.clinical.patient.Problem.Kind.HEPATOCELLULAR_CARCINOMA;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_METASTASES;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.Detection;
import org.livercds.clinical.patient.Treatment;

class MultidisciplinaryReviewTest {

    @Test
    void is_a_hint_where_nothing_else_fires() {
        ChartBuilder chart =
                patientWith(CIRRHOSIS).lesion("a", mm("8", "12")).listComplete().found(Detection.SCREENING);
        assertEquals(List.of(MULTIDISCIPLINARY_REVIEW), Advised.on(chart).order());
        assertEquals(Optional.of(Status.INFO), Advised.on(chart).status(MULTIDISCIPLINARY_REVIEW));
    }

    @Test
    void each_option_that_is_not_offered_says_what_is_in_its_way() {
        ChartBuilder chart = patientWith(CIRRHOSIS)
                .lesion("a", mm("12"))
                .listComplete()
                .found(Detection.SCREENING)
                .treated(Treatment.Kind.ABLATION, SCAN.minusDays(30));
        List<Withheld> withheld = Advised.on(chart).advice().withheld();
        assertEquals(
                List.of(RecommendationId.SURVEILLANCE),
                withheld.stream().map(Withheld::id).toList());
        assertEquals(
                List.of(Statement.EACH_SMALLER_THAN_1_CM, Statement.RECURRENT, Statement.LESION_TREATED),
                withheld.get(0).obstacles().stream().map(Assessment::statement).toList());
    }

    @Test
    void is_not_added_where_something_fires() {
        Advised.assertAbsent(
                MULTIDISCIPLINARY_REVIEW,
                patientWith(LIVER_METASTASES).lesion("a", mm("20")).listComplete());
    }

    @Test
    void comes_first_where_ablation_of_an_unmeasured_tumour_would_lead() {
        ChartBuilder chart = patientWith(LIVER_METASTASES)
                .unmeasuredLesion("a")
                .listComplete()
                .fit(NO)
                .resectable(YES)
                .extrahepatic(YES);
        assertEquals(
                List.of(MULTIDISCIPLINARY_REVIEW, ABLATION, CLINICAL_TRIAL),
                Advised.on(chart).order());
    }

    @Test
    void does_not_where_something_firmer_than_that_ablation_leads() {
        ChartBuilder chart = patientWith(LIVER_METASTASES)
                .unmeasuredLesion("a")
                .listComplete()
                .resectable(NO)
                .extrahepatic(NO);
        assertEquals(RADIOEMBOLIZATION, Advised.on(chart).order().get(0));
        Advised.assertAbsent(MULTIDISCIPLINARY_REVIEW, chart);
    }

    @Test
    void does_not_where_embolization_leads_before_that_ablation() {
        ChartBuilder chart = patientWith(HEPATOCELLULAR_CARCINOMA)
                .unmeasuredLesion("a")
                .listComplete()
                .resectable(NO)
                .extrahepatic(NO);
        assertEquals(List.of(EMBOLIZATION, ABLATION), Advised.on(chart).order());
    }

    @Test
    void does_not_where_only_the_count_is_open() {
        ChartBuilder chart = patientWith(LIVER_METASTASES).lesion("a", mm("20")).fit(NO);
        assertEquals(ABLATION, Advised.on(chart).order().get(0));
    }
}
