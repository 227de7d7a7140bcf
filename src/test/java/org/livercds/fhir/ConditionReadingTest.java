package org.livercds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.livercds.fhir.Fhir.chart;
import static org.livercds.fhir.Fhir.coding;
import static org.livercds.fhir.Fhir.condition;
import static org.livercds.fhir.Fhir.json;
import static org.livercds.fhir.Fhir.lesion;
import static org.livercds.fhir.Fhir.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.DiseaseKind;

/** Conditions as charts write them, and the kind of disease they make. */
class ConditionReadingTest {

    private static final String CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical";
    private static final String VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
    private static final ObjectNode HCC = condition("109841003");

    @ParameterizedTest
    @CsvSource({
        "confirmed, HEPATOCELLULAR_CARCINOMA",
        "refuted, NONE",
        "entered-in-error, NONE",
        "provisional, SUSPECTED",
        "unconfirmed, SUSPECTED",
        "differential, SUSPECTED",
        "perhaps, SUSPECTED"
    })
    void the_verification_decides_whether_it_is_a_diagnosis(String verification, DiseaseKind kind) {
        assertEquals(kind, kind(verified(verification)));
    }

    @ParameterizedTest
    @CsvSource({
        "active, HEPATOCELLULAR_CARCINOMA, NOT_MET",
        "recurrence, HEPATOCELLULAR_CARCINOMA, MET",
        "relapse, HEPATOCELLULAR_CARCINOMA, MET",
        "inactive, HISTORY, NOT_MET",
        "remission, HISTORY, NOT_MET",
        "resolved, HISTORY, NOT_MET"
    })
    void the_clinical_status_decides_whether_it_is_active(String clinical, DiseaseKind kind, Truth recurrent) {
        ObjectNode condition = with(HCC, "'clinicalStatus':" + coding(CLINICAL, clinical));
        assertEquals(kind, kind(condition));
        assertEquals(recurrent, chart(condition).recurrence().truth());
    }

    @Test
    void missing_statuses_mean_active_and_confirmed() {
        assertEquals(DiseaseKind.HEPATOCELLULAR_CARCINOMA, kind(HCC));
        assertEquals(
                DiseaseKind.HEPATOCELLULAR_CARCINOMA, kind(with(HCC, "'clinicalStatus':{},'verificationStatus':{}")));
    }

    @Test
    void a_suspicion_that_was_dropped_is_nothing() {
        ObjectNode dropped = with(verified("provisional"), "'clinicalStatus':" + coding(CLINICAL, "resolved"));
        assertEquals(DiseaseKind.NONE, kind(dropped));
    }

    @Test
    void a_second_coding_counts_as_much_as_the_first() {
        ObjectNode coded = with(
                HCC,
                "'code':{'coding':[{'system':'urn:local','code':'x'},{},"
                        + "{'system':'http://hl7.org/fhir/sid/icd-10-cm','code':'C22.0'}]}");
        assertEquals(DiseaseKind.HEPATOCELLULAR_CARCINOMA, kind(coded));
    }

    @ParameterizedTest
    @CsvSource({
        "http://hl7.org/fhir/sid/icd-10-cm, C22.0",
        "http://hl7.org/fhir/sid/icd-10-cm, C220",
        "http://hl7.org/fhir/sid/icd-10-cm, c22.0",
        "http://hl7.org/fhir/sid/icd-10-cm, c220",
        "urn:oid:2.16.840.1.113883.6.90, C22.0",
        "urn:oid:2.16.840.1.113883.6.96, 109841003",
        "http://hl7.org/fhir/sid/icd-10, C22.0",
        "http://snomed.info/sct, 109841\u200b003",
        "http://snomed.info/sct, '\ufeff109841003 '"
    })
    void a_code_is_known_however_it_is_written(String system, String code) {
        assertEquals(DiseaseKind.HEPATOCELLULAR_CARCINOMA, kind(with(HCC, "'code':" + coding(system, code))));
    }

    @ParameterizedTest
    @CsvSource({
        "http://hl7.org/fhir/sid/icd-9-cm, C22.0",
        "http://loinc.org, 109841003",
        "urn:local, C22.0",
        "http://snomed.info/sct, 1098410030"
    })
    void the_code_of_another_system_means_nothing(String system, String code) {
        assertEquals(DiseaseKind.NONE, kind(with(HCC, "'code':" + coding(system, code))));
    }

    @Test
    void words_are_no_diagnosis() {
        assertEquals(DiseaseKind.NONE, kind(with(HCC, "'code':{'text':'Hepatocellular carcinoma'}")));
        ObjectNode display = with(HCC, "'code':{'coding':[{'display':'Hepatocellular carcinoma'}]}");
        assertEquals(DiseaseKind.NONE, kind(display));
    }

    @ParameterizedTest
    @CsvSource({
        "C78.7, LIVER_METASTASES, UNKNOWN",
        "C7B.02, LIVER_METASTASES, UNKNOWN",
        "C78.00, NONE, MET",
        "C7B.03, NONE, MET",
        "C77.2, NONE, MET",
        "C79.51, NONE, MET"
    })
    void a_secondary_site_is_the_liver_or_spread(String code, DiseaseKind alone, Truth spread) {
        assertEquals(alone, kind(condition(code)));
        assertEquals(
                spread, chart(condition("94381002"), condition(code)).spread().decide(Truth::of));
    }

    @ParameterizedTest
    @CsvSource({"refuted, UNKNOWN", "provisional, UNKNOWN", "confirmed, MET"})
    void only_confirmed_spread_is_spread(String verification, Truth spread) {
        ObjectNode lung = with(condition("94391008"), "'verificationStatus':" + coding(VERIFICATION, verification));
        assertEquals(spread, chart(HCC, lung).spread().decide(Truth::of));
    }

    @ParameterizedTest
    @CsvSource({
        "C22.1, CHOLANGIOCARCINOMA",
        "274902006, CHOLANGIOCARCINOMA",
        "C22.2, PEDIATRIC",
        "C22.3, SARCOMA",
        "C22.8, PRIMARY_LIVER_CANCER",
        "315000005, PRIMARY_LIVER_CANCER",
        "C22.9, UNSPECIFIED",
        "314963000, UNSPECIFIED",
        "94381002, LIVER_METASTASES",
        "Z85.05, HISTORY",
        "93469006, NONE"
    })
    void every_code_has_its_kind(String code, DiseaseKind kind) {
        assertEquals(kind, kind(condition(code)));
    }

    @Test
    void metastases_beside_a_primary_liver_cancer_are_a_contradiction() {
        assertEquals(DiseaseKind.CONFLICT, kind(HCC, condition("C78.7")));
        assertEquals(DiseaseKind.CONFLICT, kind(condition("C22.8"), condition("94381002")));
    }

    @Test
    void another_cancer_needs_a_lesion_in_the_liver() {
        assertEquals(DiseaseKind.NONE, kind(condition("C18.9")));
        assertEquals(DiseaseKind.OTHER_CANCER_WITH_LIVER_LESION, kind(condition("C18.9"), lesion("a", "12")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19943007", "K74.60", "K70.31", "61977001", "B18.2", "B19.20"})
    void cirrhosis_and_viral_hepatitis_put_a_liver_at_risk(String code) {
        assertEquals(DiseaseKind.AT_RISK, kind(condition(code)));
        assertEquals(DiseaseKind.NONE, kind(with(condition(code), "'clinicalStatus':" + coding(CLINICAL, "resolved"))));
    }

    @Test
    void a_condition_without_a_code_is_nothing() {
        assertEquals(
                DiseaseKind.NONE,
                kind(json("{'resourceType':'Condition','subject':{'reference':'Patient/p1'},'code':{'coding':[]}}")));
    }

    private static ObjectNode verified(String verification) {
        return with(HCC, "'verificationStatus':" + coding(VERIFICATION, verification));
    }

    private static DiseaseKind kind(ObjectNode... resources) {
        return chart(resources).kind();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'text':'hepatocellular carcinoma'}",
                "{'coding':[{'system':'urn:local','code':'HCC'}]}",
                "{'coding':[{'code':'C22.0'}],'text':'HCC'}"
            })
    void a_condition_that_nobody_here_understands_is_counted_as_skipped(String code) {
        ObjectNode prefetch = Fhir.prefetch(condition("109841003"), condition("19943007"));
        ((ObjectNode) prefetch.path("conditions").path("entry").path(0).path("resource")).set("code", json(code));
        Ledger.Entry conditions = Fhir.read(prefetch).ledger().entries().stream()
                .filter(entry -> entry.key() == PrefetchKey.CONDITIONS)
                .findFirst()
                .orElseThrow();
        assertEquals(1, conditions.resources());
        assertEquals(1, conditions.skipped());
        assertEquals(KeyState.DATA, conditions.state());
    }
}
