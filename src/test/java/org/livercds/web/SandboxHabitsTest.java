package org.livercds.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Calls as the public CDS Hooks sandbox makes them: with a token that anybody can sign, drafts that are no valid FHIR,
 * and no {@code encounterId}.
 */
@QuarkusTest
class SandboxHabitsTest {

    private static final String NO_MEDICATION_YET = """
            {"resourceType":"MedicationRequest","id":"request-123","status":"draft",
             "category":{"coding":[{"code":"outpatient"}]},"subject":{"reference":"Patient/p"}}""";
    private static final String ASPIRIN = """
            {"resourceType":"MedicationRequest","id":"request-123","status":"draft",
             "category":{"coding":[{"code":"outpatient"}]},"subject":{"reference":"Patient/p"},
             "medicationCodeableConcept":{"text":"Aspirin","coding":[{"display":"Aspirin",
               "system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"1191"}]}}""";
    private static final String NO_STUDY_YET = """
            {"resourceType":"ServiceRequest","id":"example-request-id","status":"draft","intent":"plan",
             "code":{"coding":[{}]},"subject":{"reference":"Patient/p"},"reasonCode":[]}""";
    private static final String ABLATION = """
            {"resourceType":"ServiceRequest","id":"example-request-id","status":"draft","subject":{"reference":"Patient/p"},
             "code":{"coding":[{"system":"http://www.ama-assn.org/go/cpt","code":"47382"}]},"reasonCode":[]}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order-select | " + "\"selections\":[],",
                "order-select | " + "\"selections\":[\"MedicationRequest/request-123\"],",
                "order-sign   | ''",
            })
    void drafts_that_are_no_fhir_are_no_relevant_orders(String hook, String selections) {
        for (String draft : new String[] {NO_MEDICATION_YET, ASPIRIN, NO_STUDY_YET}) {
            call(hook, selections, draft)
                    .statusCode(200)
                    .body("cards", hasSize(0))
                    .body(Example.EVALUATION + "reason", equalTo("noRelevantOrder"));
        }
    }

    @ParameterizedTest
    @CsvSource({"order-select", "order-sign"})
    void an_order_of_the_liver_is_understood_although_its_intent_is_missing(String hook) {
        call(hook, "", ABLATION).statusCode(200).body(Example.EVALUATION + "reason", equalTo("noLiverDisease"));
    }

    private static ValidatableResponse call(String hook, String selections, String draft) {
        String body = """
                {"hook":"%s","hookInstance":"1","fhirServer":"https://launch.example.org/r4",
                 "context":{"userId":"Practitioner/COREPRACTITIONER1","patientId":"p",%s
                   "draftOrders":{"resourceType":"Bundle","entry":[{"resource":%s}]}},
                 "prefetch":{"conditions":null}}""".formatted(hook, selections, draft);
        return given().header("Origin", "https://sandbox.cds-hooks.org")
                .header("Authorization", "Bearer nobody.has.signed-this")
                .header("Accept", "application/json")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/cds-services/liver-cancer-" + hook)
                .then();
    }
}
