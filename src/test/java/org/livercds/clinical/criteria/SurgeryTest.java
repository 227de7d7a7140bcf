package org.livercds.clinical.criteria;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Judgement.NO;
import static org.livercds.clinical.patient.Judgement.YES;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_METASTASES;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.Judgement;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.clinical.patient.Problem;

class SurgeryTest {

    @ParameterizedTest
    @CsvSource({
        "NO,           NO,           MET",
        "NO,           YES,          MET",
        "NO,           UNDETERMINED, MET",
        "YES,          NO,           MET",
        "YES,          YES,          NOT_MET",
        "YES,          UNDETERMINED, UNKNOWN",
        "UNDETERMINED, NO,           MET",
        "UNDETERMINED, YES,          UNKNOWN",
        "UNDETERMINED, UNDETERMINED, UNKNOWN",
    })
    void surgery_is_impossible_where_the_tumour_or_the_patient_forbids_it(
            Judgement resectable, Judgement fit, Truth impossible) {
        assertEquals(
                impossible,
                new SurgeryImpossible().assess(chart(resectable, fit)).truth());
    }

    @ParameterizedTest
    @CsvSource({
        "NO,           NO,           MET",
        "NO,           YES,          MET",
        "YES,          NO,           NOT_MET",
        "YES,          YES,          NOT_MET",
        "UNDETERMINED, NO,           UNKNOWN",
        "UNDETERMINED, YES,          NOT_MET",
        "UNDETERMINED, UNDETERMINED, NOT_MET",
    })
    void surgery_cannot_remove_what_was_judged_so_and_may_not_where_the_patient_is_unfit(
            Judgement resectable, Judgement fit, Truth cannot) {
        assertEquals(
                cannot, new SurgeryCannotRemove().assess(chart(resectable, fit)).truth());
    }

    @ParameterizedTest
    @CsvSource({"YES, NOT_MET", "NO, MET", "UNDETERMINED, UNKNOWN"})
    void a_judgement_against_surgery_is_a_no_only(Judgement judgement, Truth against) {
        LiverChart chart = chart(judgement, judgement);
        assertEquals(against, new NotResectable().assess(chart).truth());
        assertEquals(against, new NotFitForSurgery().assess(chart).truth());
    }

    @ParameterizedTest
    @CsvSource({
        "LIVER_METASTASES,         YES,          NOT_MET",
        "LIVER_METASTASES,         NO,           MET",
        "LIVER_METASTASES,         UNDETERMINED, MET",
        "HEPATOCELLULAR_CARCINOMA, YES,          MET",
    })
    void only_of_metastases_a_treatable_spread_does_not_stand_against_surgery(
            Problem.Kind kind, Judgement treatable, Truth untreated) {
        ChartBuilder spread = patientWith(kind).extrahepatic(YES);
        assertEquals(
                untreated,
                new UntreatedSpread()
                        .assess(spread.reading(FactKey.EXTRAHEPATIC_TREATABLE, treatable)
                                .chart())
                        .truth());
    }

    @Test
    void an_unjudged_resectability_says_so() {
        Assessment assessment =
                new SurgeryCannotRemove().assess(patientWith(LIVER_METASTASES).chart());
        assertEquals(Optional.of(Fact.Reason.NOT_RECORDED), assessment.reason());
    }

    @Test
    void what_makes_surgery_impossible_can_be_told_apart() {
        Assessment assessment = new SurgeryImpossible().assess(chart(YES, NO));
        assertEquals(
                List.of(Truth.NOT_MET, Truth.MET),
                assessment.parts().stream().map(Assessment::truth).toList());
    }

    private static LiverChart chart(Judgement resectable, Judgement fit) {
        ChartBuilder chart = patientWith(LIVER_METASTASES);
        return chart.resectable(resectable).fit(fit).chart();
    }
}
