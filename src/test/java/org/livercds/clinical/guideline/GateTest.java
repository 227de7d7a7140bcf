package org.livercds.clinical.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.guideline.RecommendationId.MULTIDISCIPLINARY_REVIEW;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patient;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Problem.Kind.BENIGN_LIVER_LESION;
import static org.livercds.clinical.patient.Problem.Kind.CHOLANGIOCARCINOMA;
import static org.livercds.clinical.patient.Problem.Kind.CIRRHOSIS;
import static org.livercds.clinical.patient.Problem.Kind.HEPATOBLASTOMA;
import static org.livercds.clinical.patient.Problem.Kind.HEPATOCELLULAR_CARCINOMA;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_CANCER_HISTORY;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_METASTASES;
import static org.livercds.clinical.patient.Problem.Kind.MALIGNANCY;
import static org.livercds.clinical.patient.Problem.Kind.SARCOMA;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.ChartPart;
import org.livercds.clinical.patient.DiseaseKind;
import org.livercds.clinical.patient.LesionKey;
import org.livercds.clinical.patient.MeasurementBuilder;
import org.livercds.clinical.patient.Person;
import org.livercds.clinical.patient.Problem;

class GateTest {

    @Test
    void a_deceased_patient_gets_nothing() {
        Advice advice = Advised.on(hcc().deceased()).advice();
        assertEquals(Optional.of(Silence.DECEASED), advice.silence());
        assertEquals(List.of(), advice.recommendations());
        assertEquals(List.of(), advice.cautions());
        assertEquals(List.of(), advice.missing());
    }

    @Test
    void death_stops_before_age_and_kind() {
        assertSilent(Silence.DECEASED, hcc().aged(9).deceased());
        assertSilent(Silence.DECEASED, patientWith(CHOLANGIOCARCINOMA).deceased());
    }

    @Test
    void the_caution_about_a_child_shows_the_disease_and_only_of_a_child_the_age() {
        assertEquals(List.of("problem", "age"), whyPediatric(hcc().aged(17)));
        assertEquals(
                List.of("problem"), whyPediatric(patientWith(HEPATOBLASTOMA).aged(18)));
    }

    @Test
    void without_liver_disease_there_is_nothing_to_say() {
        assertSilent(Silence.NO_LIVER_DISEASE, patient());
        assertSilent(Silence.NO_LIVER_DISEASE, patientWith(MALIGNANCY));
        assertSilent(Silence.NO_LIVER_DISEASE, patientWith(CIRRHOSIS));
    }

    @Test
    void a_history_without_a_lesion_is_only_a_history() {
        assertSilent(Silence.HISTORY_ONLY, patientWith(LIVER_CANCER_HISTORY));
        assertSilent(Silence.HISTORY_ONLY, patientWith(LIVER_CANCER_HISTORY).lesion("a", mm("0")));
    }

    @Test
    void a_benign_lesion_alone_is_benign_only() {
        MeasurementBuilder haemangioma =
                MeasurementBuilder.of(LesionKey.identified("a")).size(mm("40")).benign();
        assertSilent(Silence.BENIGN_ONLY, patientWith(BENIGN_LIVER_LESION));
        assertSilent(Silence.BENIGN_ONLY, patient().measured(haemangioma));
        assertSilent(Silence.BENIGN_ONLY, patientWith(CIRRHOSIS).measured(haemangioma));
        assertSilent(Silence.NO_LIVER_DISEASE, patient().with(BENIGN_LIVER_LESION, Problem.State.HISTORY));
    }

    @ParameterizedTest
    @CsvSource({"CIRRHOSIS", "LIVER_CANCER_HISTORY", "MALIGNANCY"})
    void a_live_lesion_opens_the_gate(Problem.Kind condition) {
        assertEquals(
                Optional.empty(),
                Advised.on(patientWith(condition).lesion("a", mm("20")))
                        .advice()
                        .silence());
    }

    @ParameterizedTest
    @CsvSource({"CIRRHOSIS", "LIVER_CANCER_HISTORY"})
    void unread_observations_may_hold_a_lesion(Problem.Kind condition) {
        Advised advised = Advised.on(patientWith(condition).unread(ChartPart.OBSERVATIONS));
        assertEquals(Optional.empty(), advised.advice().silence());
        assertEquals(List.of(MULTIDISCIPLINARY_REVIEW), advised.order());
    }

    @ParameterizedTest
    @CsvSource({"CIRRHOSIS", "LIVER_CANCER_HISTORY"})
    void a_measured_tumour_of_an_untold_organ_may_be_one_and_is_asked_for(Problem.Kind condition) {
        Advised advised = Advised.on(patientWith(condition).measured(ofUntoldOrgan()));
        assertEquals(List.of(MULTIDISCIPLINARY_REVIEW), advised.order());
        assertTrue(advised.missing().contains(MissingId.SIZE));
    }

    @Test
    void beside_another_cancer_a_tumour_of_an_untold_organ_is_no_liver_lesion() {
        assertSilent(Silence.NO_LIVER_DISEASE, patientWith(MALIGNANCY).measured(ofUntoldOrgan()));
    }

    @Test
    void a_known_or_suspected_cancer_opens_the_gate_without_a_lesion() {
        assertEquals(Optional.empty(), Advised.on(hcc()).advice().silence());
        assertEquals(
                Optional.empty(),
                Advised.on(patient().with(LIVER_METASTASES, Problem.State.SUSPECTED))
                        .advice()
                        .silence());
    }

    @Test
    void a_child_is_referred_with_no_other_caution_and_nothing_asked() {
        assertReferred(
                DiseaseKind.PEDIATRIC, CautionId.PEDIATRIC, hcc().aged(17).bilirubin("5"));
    }

    @Test
    void at_eighteen_the_criteria_apply() {
        assertEquals(
                DiseaseKind.HEPATOCELLULAR_CARCINOMA,
                Advised.on(hcc().aged(18)).advice().kind());
    }

    @Test
    void a_child_without_liver_disease_is_not_referred() {
        assertSilent(Silence.NO_LIVER_DISEASE, patientWith(CIRRHOSIS).aged(9));
    }

    @Test
    void a_cancer_of_childhood_is_referred_at_any_age() {
        assertReferred(
                DiseaseKind.PEDIATRIC,
                CautionId.PEDIATRIC,
                patientWith(HEPATOBLASTOMA).aged(40));
    }

    @Test
    void a_child_with_cholangiocarcinoma_is_referred_as_a_child() {
        assertReferred(
                DiseaseKind.PEDIATRIC,
                CautionId.PEDIATRIC,
                patientWith(CHOLANGIOCARCINOMA).aged(9));
    }

    @Test
    void cholangiocarcinoma_and_sarcoma_are_out_of_scope() {
        assertReferred(
                DiseaseKind.CHOLANGIOCARCINOMA,
                CautionId.OUT_OF_SCOPE,
                patientWith(CHOLANGIOCARCINOMA).lesion("a", mm("20")));
        assertReferred(
                DiseaseKind.SARCOMA,
                CautionId.OUT_OF_SCOPE,
                patientWith(SARCOMA, LIVER_METASTASES).bilirubin("5"));
    }

    @Test
    void an_unknown_age_is_treated_as_adult_and_asked_for() {
        Advised advised = Advised.on(hcc().person(Person.unknown()));
        assertEquals(DiseaseKind.HEPATOCELLULAR_CARCINOMA, advised.advice().kind());
        assertTrue(advised.missing().contains(MissingId.AGE));
    }

    private static List<String> whyPediatric(ChartBuilder chart) {
        Caution only = Advised.on(chart).advice().cautions().get(0);
        assertEquals(CautionId.PEDIATRIC, only.id());
        return only.evidence().stream().map(Evidence::subject).toList();
    }

    private static MeasurementBuilder ofUntoldOrgan() {
        return MeasurementBuilder.of(LesionKey.identified("a")).size(mm("20")).inLiver(Truth.UNKNOWN);
    }

    private static void assertSilent(Silence why, ChartBuilder chart) {
        assertEquals(Optional.of(why), Advised.on(chart).advice().silence());
    }

    private static void assertReferred(DiseaseKind kind, CautionId why, ChartBuilder chart) {
        Advised advised = Advised.on(chart);
        assertEquals(kind, advised.advice().kind());
        assertEquals(List.of(MULTIDISCIPLINARY_REVIEW), advised.order());
        assertEquals(Optional.of(Status.INFO), advised.status(MULTIDISCIPLINARY_REVIEW));
        assertEquals(Set.of(why), advised.cautions());
        assertEquals(Set.of(), advised.missing());
    }

    private static ChartBuilder hcc() {
        return patientWith(HEPATOCELLULAR_CARCINOMA);
    }
}
