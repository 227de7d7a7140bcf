package org.livercds.clinical.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patient;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Problem.Kind.CIRRHOSIS;
import static org.livercds.clinical.patient.Problem.Kind.EXTRAHEPATIC_METASTASES;
import static org.livercds.clinical.patient.Problem.Kind.HEPATOCELLULAR_CARCINOMA;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_CANCER_HISTORY;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_METASTASES;
import static org.livercds.clinical.patient.Problem.Kind.MALIGNANCY;
import static org.livercds.clinical.patient.Problem.Kind.PRIMARY_LIVER_CANCER;
import static org.livercds.clinical.patient.Problem.Kind.UNSPECIFIED_LIVER_CANCER;
import static org.livercds.clinical.patient.Problem.Kind.VIRAL_HEPATITIS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.livercds.clinical.Truth;

class DiagnosisTest {

    @ParameterizedTest
    @CsvSource({
        "HEPATOBLASTOMA, PEDIATRIC",
        "SARCOMA, SARCOMA",
        "CHOLANGIOCARCINOMA, CHOLANGIOCARCINOMA",
        "LIVER_METASTASES, LIVER_METASTASES",
        "HEPATOCELLULAR_CARCINOMA, HEPATOCELLULAR_CARCINOMA",
        "PRIMARY_LIVER_CANCER, PRIMARY_LIVER_CANCER",
        "UNSPECIFIED_LIVER_CANCER, UNSPECIFIED",
        "LIVER_CANCER_HISTORY, HISTORY",
        "CIRRHOSIS, AT_RISK",
        "VIRAL_HEPATITIS, AT_RISK",
        "PORTAL_VEIN_THROMBOSIS, NONE",
        "BENIGN_LIVER_LESION, NONE",
    })
    void each_condition_alone_says_one_kind(Problem.Kind condition, DiseaseKind kind) {
        assertEquals(kind, kind(patientWith(condition)));
    }

    /** Each of the list and the one that comes after it. */
    @ParameterizedTest
    @CsvSource({
        "HEPATOBLASTOMA, SARCOMA, PEDIATRIC",
        "SARCOMA, CHOLANGIOCARCINOMA, SARCOMA",
        "CHOLANGIOCARCINOMA, LIVER_METASTASES, CHOLANGIOCARCINOMA",
        "CHOLANGIOCARCINOMA, HEPATOCELLULAR_CARCINOMA, CHOLANGIOCARCINOMA",
        "LIVER_METASTASES, UNSPECIFIED_LIVER_CANCER, LIVER_METASTASES",
        "HEPATOCELLULAR_CARCINOMA, PRIMARY_LIVER_CANCER, HEPATOCELLULAR_CARCINOMA",
        "PRIMARY_LIVER_CANCER, UNSPECIFIED_LIVER_CANCER, PRIMARY_LIVER_CANCER",
        "UNSPECIFIED_LIVER_CANCER, MALIGNANCY, UNSPECIFIED",
        "MALIGNANCY, LIVER_CANCER_HISTORY, OTHER_CANCER_WITH_LIVER_LESION",
        "LIVER_CANCER_HISTORY, CIRRHOSIS, HISTORY",
    })
    void the_first_of_the_precedence_decides(Problem.Kind first, Problem.Kind second, DiseaseKind kind) {
        assertEquals(kind, kind(patientWith(second, first).lesion("a", mm("20"))));
    }

    @Test
    void metastases_beside_a_primary_liver_cancer_are_a_conflict() {
        assertEquals(DiseaseKind.CONFLICT, kind(patientWith(LIVER_METASTASES, HEPATOCELLULAR_CARCINOMA)));
        assertEquals(DiseaseKind.CONFLICT, kind(patientWith(PRIMARY_LIVER_CANCER, LIVER_METASTASES)));
    }

    @Test
    void a_conflict_shows_both_sides() {
        LiverChart chart = patientWith(LIVER_METASTASES, HEPATOCELLULAR_CARCINOMA, CIRRHOSIS)
                .chart();
        assertEquals(2, chart.diagnosis().evidence().size());
    }

    @Test
    void metastases_beside_a_suspected_primary_are_no_conflict() {
        assertEquals(
                DiseaseKind.LIVER_METASTASES,
                kind(patientWith(LIVER_METASTASES).with(HEPATOCELLULAR_CARCINOMA, Problem.State.SUSPECTED)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Problem.Kind.class,
            names = {
                "HEPATOCELLULAR_CARCINOMA",
                "PRIMARY_LIVER_CANCER",
                "UNSPECIFIED_LIVER_CANCER",
                "CHOLANGIOCARCINOMA",
                "HEPATOBLASTOMA",
                "SARCOMA",
                "LIVER_METASTASES"
            })
    void an_unconfirmed_liver_cancer_is_suspected_and_an_inactive_one_history(Problem.Kind condition) {
        assertEquals(DiseaseKind.SUSPECTED, kind(patient().with(condition, Problem.State.SUSPECTED)));
        assertEquals(DiseaseKind.HISTORY, kind(patient().with(condition, Problem.State.HISTORY)));
    }

    @Test
    void a_suspicion_precedes_another_cancer_and_follows_a_confirmed_one() {
        ChartBuilder suspected = patientWith(MALIGNANCY)
                .with(HEPATOCELLULAR_CARCINOMA, Problem.State.SUSPECTED)
                .lesion("a", mm("20"));
        assertEquals(DiseaseKind.SUSPECTED, kind(suspected));
        assertEquals(DiseaseKind.UNSPECIFIED, kind(suspected.with(UNSPECIFIED_LIVER_CANCER)));
    }

    @Test
    void another_cancer_counts_only_beside_a_liver_lesion() {
        assertEquals(DiseaseKind.NONE, kind(patientWith(MALIGNANCY)));
        assertEquals(
                DiseaseKind.OTHER_CANCER_WITH_LIVER_LESION,
                kind(patientWith(MALIGNANCY).lesion("a", mm("20"))));
        assertEquals(
                DiseaseKind.OTHER_CANCER_WITH_LIVER_LESION,
                kind(patientWith(EXTRAHEPATIC_METASTASES).count(1)));
    }

    @Test
    void a_resolved_or_benign_lesion_is_none_beside_another_cancer() {
        assertEquals(DiseaseKind.NONE, kind(patientWith(MALIGNANCY).lesion("a", mm("0"))));
        MeasurementBuilder benign =
                MeasurementBuilder.of(LesionKey.identified("a")).size(mm("20")).benign();
        assertEquals(DiseaseKind.NONE, kind(patientWith(MALIGNANCY).measured(benign)));
    }

    @Test
    void a_lesion_of_another_organ_is_none_beside_another_cancer() {
        MeasurementBuilder lung =
                MeasurementBuilder.of(LesionKey.identified("a")).size(mm("20")).inLiver(Truth.NOT_MET);
        assertEquals(DiseaseKind.NONE, kind(patientWith(MALIGNANCY).measured(lung)));
    }

    @Test
    void a_resolved_or_suspected_cirrhosis_or_hepatitis_is_no_risk() {
        assertEquals(DiseaseKind.NONE, kind(patient().with(CIRRHOSIS, Problem.State.HISTORY)));
        assertEquals(DiseaseKind.NONE, kind(patient().with(VIRAL_HEPATITIS, Problem.State.SUSPECTED)));
    }

    @Test
    void a_past_other_cancer_is_no_disease_of_the_liver() {
        assertEquals(
                DiseaseKind.NONE,
                kind(patient().with(MALIGNANCY, Problem.State.HISTORY).lesion("a", mm("20"))));
    }

    @Test
    void the_code_for_a_history_counts_unless_it_is_only_suspected() {
        assertEquals(DiseaseKind.HISTORY, kind(patient().with(LIVER_CANCER_HISTORY, Problem.State.HISTORY)));
        assertEquals(DiseaseKind.NONE, kind(patient().with(LIVER_CANCER_HISTORY, Problem.State.SUSPECTED)));
    }

    @Test
    void the_conditions_that_say_so_are_the_evidence() {
        assertEquals(
                2,
                patientWith(CIRRHOSIS, VIRAL_HEPATITIS, LIVER_METASTASES, LIVER_METASTASES)
                        .chart()
                        .diagnosis()
                        .evidence()
                        .size());
    }

    private static DiseaseKind kind(ChartBuilder chart) {
        return chart.chart().kind();
    }
}
