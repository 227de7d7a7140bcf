package org.livercds.clinical.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.guideline.RecommendationId.DIAGNOSTIC_WORKUP;
import static org.livercds.clinical.guideline.RecommendationId.MULTIDISCIPLINARY_REVIEW;
import static org.livercds.clinical.guideline.RecommendationId.SURVEILLANCE;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Judgement.NO;
import static org.livercds.clinical.patient.Judgement.YES;
import static org.livercds.clinical.patient.Problem.Kind.CIRRHOSIS;
import static org.livercds.clinical.patient.Problem.Kind.HEPATOCELLULAR_CARCINOMA;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_METASTASES;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.Detection;
import org.livercds.clinical.patient.FactKey;

class PregnancyTest {

    @Test
    void surveillance_and_workup_stay() {
        ChartBuilder watched =
                patientWith(CIRRHOSIS).lesion("a", mm("6")).listComplete().found(Detection.SCREENING);
        assertEquals(List.of(SURVEILLANCE), Advised.on(watched.pregnant(YES)).order());
        ChartBuilder large = patientWith(CIRRHOSIS).lesion("a", mm("12"));
        assertEquals(List.of(DIAGNOSTIC_WORKUP), Advised.on(large.pregnant(YES)).order());
    }

    @Test
    void every_treatment_gives_way_to_the_team() {
        assertEquals(
                List.of(MULTIDISCIPLINARY_REVIEW),
                Advised.on(metastases().pregnant(YES)).order());
    }

    @Test
    void other_cautions_and_missing_data_are_as_without_pregnancy() {
        ChartBuilder chart = patientWith(HEPATOCELLULAR_CARCINOMA)
                .lesion("a", mm("8"))
                .bilirubin("2.1")
                .childPugh(ChildPugh.B);
        Advised without = Advised.on(chart);
        Advised pregnant = Advised.on(chart.pregnant(YES));
        assertEquals(without.missing(), pregnant.missing());
        assertEquals(
                Set.of(CautionId.BILIRUBIN, CautionId.CHILD_PUGH_B, CautionId.CONFIRMED, CautionId.PREGNANT),
                pregnant.cautions());
    }

    @Test
    void what_was_offered_without_pregnancy_is_still_asked_about() {
        ChartBuilder chart = embolizable(patientWith(LIVER_METASTASES)).pregnant(YES);
        assertTrue(Advised.on(chart).missing().contains(MissingId.CHEMOTHERAPY));
    }

    @Test
    void no_pregnancy_is_no_caution() {
        assertFalse(Advised.on(metastases().pregnant(NO)).cautions().contains(CautionId.PREGNANT));
    }

    @Test
    void contradictory_status_holds_nothing_back_and_is_a_conflict() {
        Advised advised = Advised.on(metastases().pregnant(YES).pregnant(NO));
        assertEquals(Advised.on(metastases()).order(), advised.order());
        assertTrue(advised.cautions().contains(CautionId.CONFLICT));
    }

    @Test
    void an_open_status_is_reminded_of_where_embolization_is_offered() {
        assertTrue(isReminded(embolizable(patientWith(HEPATOCELLULAR_CARCINOMA)).woman(31)));
        assertTrue(isReminded(embolizable(patientWith(LIVER_METASTASES)).woman(31)));
    }

    @Test
    void it_is_not_where_no_embolization_is_offered() {
        assertFalse(isReminded(metastases().woman(31)));
    }

    @Test
    void it_is_not_where_the_status_is_known_or_impossible() {
        assertFalse(
                isReminded(embolizable(patientWith(LIVER_METASTASES)).woman(31).pregnant(NO)));
        assertFalse(isReminded(embolizable(patientWith(LIVER_METASTASES)).woman(56)));
        assertFalse(isReminded(embolizable(patientWith(LIVER_METASTASES)).aged(31)));
    }

    private static boolean isReminded(ChartBuilder chart) {
        return Advised.on(chart).advice().pregnancyOpen();
    }

    private static ChartBuilder metastases() {
        return patientWith(LIVER_METASTASES).lesion("a", mm("20")).listComplete();
    }

    private static ChartBuilder embolizable(ChartBuilder chart) {
        return chart.lesion("a", mm("50"))
                .listComplete()
                .resectable(NO)
                .extrahepatic(NO)
                .reading(FactKey.CHILD_PUGH, ChildPugh.A);
    }
}
