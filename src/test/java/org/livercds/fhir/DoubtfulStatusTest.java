package org.livercds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.livercds.fhir.Fhir.advice;
import static org.livercds.fhir.Fhir.bundle;
import static org.livercds.fhir.Fhir.chart;
import static org.livercds.fhir.Fhir.complete;
import static org.livercds.fhir.Fhir.condition;
import static org.livercds.fhir.Fhir.finding;
import static org.livercds.fhir.Fhir.json;
import static org.livercds.fhir.Fhir.lesion;
import static org.livercds.fhir.Fhir.loinc;
import static org.livercds.fhir.Fhir.observation;
import static org.livercds.fhir.Fhir.patient;
import static org.livercds.fhir.Fhir.prefetch;
import static org.livercds.fhir.Fhir.read;
import static org.livercds.fhir.Fhir.state;
import static org.livercds.fhir.Fhir.ucum;
import static org.livercds.fhir.Fhir.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.clinical.Truth;
import org.livercds.clinical.guideline.RecommendationId;
import org.livercds.clinical.guideline.Status;
import org.livercds.clinical.patient.ChartPart;
import org.livercds.clinical.patient.DiseaseKind;

/** Statuses that are missing or oddly written, and answers that may not be whole. */
class DoubtfulStatusTest {

    private static final ObjectNode HCC = condition("109841003");

    @Test
    void a_measurement_without_status_is_no_result() {
        ObjectNode prefetch = prefetch(HCC, lesion("a", "25"), with(lesion("b", "45"), "'status':null"));
        assertEquals(1, chart(read(prefetch)).lesions().live().size());
        assertEquals(Truth.MET, Fhir.below("30", lesion("a", "25"), with(lesion("b", "45"), "'status':null")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'verificationStatus':'refuted'",
                "'verificationStatus':[{'coding':[{'code':'refuted'}]}]",
                "'verificationStatus':{'text':'Refuted'}",
                "'clinicalStatus':'resolved'",
                "'clinicalStatus':{'text':'Resolved'}",
                "'clinicalStatus':{'coding':[{'code':'Resolved'}]}"
            })
    void a_diagnosis_that_may_not_hold_is_not_taken_as_confirmed_and_present(String status) {
        ObjectNode prefetch = prefetch(patient(), with(HCC, status), lesion("a", "25"), complete());
        assertNotEquals(
                DiseaseKind.HEPATOCELLULAR_CARCINOMA, chart(read(prefetch)).kind());
        assertEquals(List.of(), statuses(prefetch, RecommendationId.ABLATION));
        assertEquals(
                List.of(Status.RECOMMENDED),
                statuses(prefetch(patient(), HCC, lesion("a", "25"), complete()), RecommendationId.ABLATION));
    }

    @Test
    void a_status_in_words_makes_a_suspicion() {
        assertEquals(DiseaseKind.SUSPECTED, kind("'verificationStatus':{'text':'Refuted'}"));
        assertEquals(DiseaseKind.SUSPECTED, kind("'clinicalStatus':{'text':'Resolved'}"));
    }

    @Test
    void a_status_code_is_read_in_capitals_too() {
        assertEquals(DiseaseKind.HISTORY, kind("'clinicalStatus':{'coding':[{'code':'Resolved'}]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'verificationStatus':'refuted'", "'clinicalStatus':'resolved'"})
    void a_status_of_the_wrong_shape_leaves_the_conditions_open(String status) {
        ObjectNode prefetch = prefetch(with(HCC, status));
        assertEquals(KeyState.PARTIAL, state(prefetch, PrefetchKey.CONDITIONS));
        assertEquals(DiseaseKind.NONE, chart(read(prefetch)).kind());
    }

    @Test
    void a_verification_with_nothing_in_it_is_none() {
        assertEquals(DiseaseKind.HEPATOCELLULAR_CARCINOMA, kind("'verificationStatus':{'coding':[{}]}"));
    }

    @Test
    void a_warning_in_place_of_the_conditions_is_an_error() {
        ObjectNode prefetch = prefetch(HCC);
        prefetch.set(
                "conditions",
                json("{'resourceType':'OperationOutcome','issue':[{'severity':'warning','code':'too-costly'}]}"));
        assertEquals(KeyState.ERROR, state(prefetch, PrefetchKey.CONDITIONS));
        assertEquals(true, read(prefetch).entries().unread().contains(ChartPart.CONDITIONS));
    }

    @Test
    void a_damaged_measurement_among_the_conditions_leaves_the_observations_unread() {
        ObjectNode prefetch = prefetch(HCC, lesion("a", "25"), complete());
        prefetch.set(
                "conditions",
                bundle(with(HCC, "'id':'c'"), with(lesion("b", "25"), "'id':'d','effectiveDateTime':'2026-13-45'")));
        assertEquals(true, read(prefetch).ledger().unread().contains(ChartPart.OBSERVATIONS));
        assertEquals(Truth.UNKNOWN, chart(read(prefetch)).lesions().count().isAtMost(3));
    }

    @Test
    void a_damaged_newest_bilirubin_leaves_radioembolization_conditional() {
        ObjectNode good = bilirubin("l1", "2026-10-01", "1.0");
        ObjectNode damaged = bilirubin("l2", "2026-11-10", "'12,5'");
        assertEquals(List.of(Status.RECOMMENDED), radioembolization(good));
        assertEquals(List.of(Status.CONDITIONAL), radioembolization(good, damaged));
    }

    private static List<Status> radioembolization(ObjectNode... labs) {
        ObjectNode prefetch = prefetch(
                patient(),
                condition("94381002"),
                lesion("a", "45"),
                complete(),
                finding("resectability", "unresectable"),
                finding("extrahepatic-disease", "absent"),
                finding("chemotherapy-response", "refractory"));
        prefetch.set("labs", bundle(labs));
        return statuses(prefetch, RecommendationId.RADIOEMBOLIZATION);
    }

    private static ObjectNode bilirubin(String id, String date, String value) {
        String members = "'id':'" + id + "','effectiveDateTime':'" + date + "'";
        return observation(loinc("1975-2"), members + ",'valueQuantity':{'value':" + value + "," + ucum("mg/dL") + "}");
    }

    private static List<Status> statuses(ObjectNode prefetch, RecommendationId id) {
        return advice(prefetch).recommendations().stream()
                .filter(offer -> offer.id() == id)
                .map(offer -> offer.status())
                .toList();
    }

    private static DiseaseKind kind(String status) {
        return chart(with(HCC, status)).kind();
    }
}
