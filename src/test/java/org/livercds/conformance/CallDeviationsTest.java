package org.livercds.conformance;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What clients do otherwise than the specification says, in the envelope of a call: the advice stays the same. */
@QuarkusTest
class CallDeviationsTest {

    private static final String EPIC = "com.epic.cdshooks.request.";

    /** A server that the service may read, with the token of the FHIR tests. */
    @ConfigProperty(name = "test.fhir-server")
    String fhirServer;

    @EveryHook
    void d01_keys_typed_in_by_hand_may_be_fewer_and_have_odd_names(String hook) {
        ObjectNode request = Ehr.request(hook);
        List<String> usual = Ehr.advice(hook, request);
        ObjectNode prefetch = Ehr.object(request, "prefetch");
        prefetch.set("-problems", prefetch.remove("conditions"));
        prefetch.set("lesions", prefetch.remove("observations"));
        prefetch.putObject("-user").put("resourceType", "Practitioner").put("id", "example");
        assertEquals(usual, Ehr.advice(hook, request));
        prefetch.remove(List.of("labs", "allergies", "bodyStructures"));
        JsonNode fewer = Ehr.answer(hook, request);
        assertEquals("incomplete", Ehr.evaluation(fewer).path("status").asText());
        assertEquals("ABSENT", Ehr.state(fewer, "labs"));
        assertFalse(fewer.path("cards").isEmpty());
    }

    @EveryHook
    void d02_the_trigger_of_the_vendor_is_a_string_or_a_number_and_decides_nothing(String hook) {
        ObjectNode request = Ehr.request(hook);
        List<String> usual = Ehr.advice(hook, request);
        ObjectNode extension = request.putObject("extension");
        extension.put(EPIC + "bpa-trigger-action", "23");
        assertEquals(usual, Ehr.advice(hook, request));
        extension.put(EPIC + "bpa-trigger-action", 18);
        assertEquals(usual, Ehr.advice(hook, request));
    }

    @EveryHook
    void d03_an_extension_with_many_vendor_keys_is_passed_over(String hook) {
        ObjectNode request = Ehr.request(hook);
        List<String> usual = Ehr.advice(hook, request);
        ObjectNode extension = request.putObject("extension");
        extension.put("internalDontUse_id", 5).putNull(EPIC + "empty");
        extension.put(EPIC + "cds-hooks-specification-version", "1.1").put(EPIC + "fhir-version", "R4");
        extension.putObject(EPIC + "criteria").putArray("lookback").add(30).addNull();
        extension.putArray(EPIC + "list").addObject().put("a", true);
        Ehr.object(request, "context").putObject("extension").put(EPIC + "x", "y");
        assertEquals(usual, Ehr.advice(hook, request));
    }

    @EveryHook
    void d04_ids_are_longer_than_those_of_fhir_and_hold_dots_and_dashes(String hook) {
        String id = "e.63wRTbPfr1p8UW81-d8Seiw3_" + "x".repeat(200);
        ObjectNode request = Ehr.request(hook);
        List<String> usual = Ehr.advice(hook, request);
        String patient = request.at("/context/patientId").asText();
        String text = request.toString()
                .replace("\"" + patient + "\"", "\"" + id + "\"")
                .replace("Patient/" + patient, "Patient/" + id)
                .replace("\"id\":\"ablation\"", "\"id\":\"" + id + "o\"")
                .replace("ServiceRequest/ablation", "ServiceRequest/" + id + "o");
        assertEquals(usual, Ehr.advice(hook, Ehr.json(text)));
    }

    @EveryHook
    void d05_the_hook_instance_may_be_old_odd_or_the_same_for_all_calls(String hook) {
        ObjectNode request = Ehr.request(hook);
        List<String> usual = Ehr.advice(hook, request);
        for (String instance : List.of("5b1f4d4a-c58f-11f0-8de9-0242ac120002", "instance-7", "")) {
            request.put("hookInstance", instance);
            assertEquals(usual, Ehr.advice(hook, request));
        }
        String one = Ehr.answer(hook, request).at("/cards/0/uuid").asText();
        assertNotEquals(one, Ehr.answer(hook, request).at("/cards/0/uuid").asText());
    }

    @EveryHook
    void d06_what_can_be_done_without_may_be_missing(String hook) {
        ObjectNode request = Ehr.request(hook);
        List<String> usual = Ehr.advice(hook, request);
        request.remove(List.of("hook", "hookInstance", "fhirServer", "fhirAuthorization"));
        Ehr.object(request, "context").remove(List.of("userId", "encounterId"));
        assertEquals(usual, Ehr.advice(hook, request));
        request.remove("prefetch");
        Ehr.assertStatus(412, Ehr.post(hook, request));
    }

    @EveryHook
    void d07_an_authorization_without_token_or_with_scopes_in_words_costs_nothing(String hook) {
        ObjectNode request = Ehr.request(hook);
        List<String> usual = Ehr.advice(hook, request);
        request.put("fhirServer", "https://ehr.example.org/api/FHIR/R4");
        ObjectNode authorization = request.putObject("fhirAuthorization");
        authorization.put("scope", "PATIENT.READ PATIENT.SEARCH Condition.Read (Problems) (R4)");
        authorization.put("token_type", "Bearer").put("expires_in", 300).put("subject", "liver-cds");
        assertEquals(usual, Ehr.advice(hook, request));
        authorization.put("access_token", "token");
        assertEquals(usual, Ehr.advice(hook, request));
    }

    @EveryHook
    void d16_the_patient_may_be_a_reference_and_the_user_a_bare_id(String hook) {
        ObjectNode request = Ehr.request(hook);
        List<String> usual = Ehr.advice(hook, request);
        ObjectNode context = Ehr.object(request, "context");
        context.put("patientId", "Patient/" + context.path("patientId").asText());
        context.put("userId", "example");
        assertEquals(usual, Ehr.advice(hook, request));
    }

    @EveryHook
    void d18_a_doubled_slash_before_the_id_and_one_behind_it_do_not_matter(String hook) {
        ObjectNode request = Ehr.request(hook);
        List<String> usual = Ehr.advice(hook, request);
        for (String path : List.of("/cds-services//", "//cds-services/")) {
            byte[] answer = given().urlEncodingEnabled(false)
                    .contentType("application/json")
                    .body(request.toString())
                    .post(path + "liver-cancer-" + hook + "/")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            assertEquals(usual, Ehr.advice(Ehr.json(answer)));
        }
    }

    @EveryHook
    void d19_a_preflight_is_answered_without_authentication(String hook) {
        int status = given().header("Origin", "https://sandbox.example.org")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization, content-type")
                .options(Ehr.service(hook))
                .statusCode();
        assertTrue(status == 200 || status == 204, "" + status);
    }

    /** The token below is the one that opens the FHIR server, as the token of the call. */
    @EveryHook
    void d23_the_token_of_the_client_itself_opens_no_chart(String hook) {
        ObjectNode request = Ehr.ordering("three-metastases-under-3-cm", "order-sign", "ablation");
        request.remove(List.of("hook", "prefetch"));
        request.put("fhirServer", fhirServer);
        given().header("Authorization", "Bearer token-of-the-call")
                .contentType("application/json")
                .body(request.toString())
                .post(Ehr.service(hook))
                .then()
                .statusCode(412);
        request.putObject("fhirAuthorization").put("access_token", "token-of-the-call");
        Ehr.answer(hook, request);
    }

    @EveryHook
    void d24_a_client_may_accept_json_only_or_an_old_media_type(String hook) {
        ObjectNode request = Ehr.request(hook);
        for (String accepted : List.of("application/json", "application/json+fhir", "text/html")) {
            given().header("Accept", accepted)
                    .contentType("application/json")
                    .body(request.toString())
                    .post(Ehr.service(hook))
                    .then()
                    .statusCode(200)
                    .contentType("application/json");
        }
    }

    @EveryHook
    void d25_null_stands_for_what_is_optional(String hook) {
        ObjectNode request = Ehr.request(hook);
        List<String> usual = Ehr.advice(hook, request);
        for (String field : List.of("hook", "hookInstance", "fhirServer", "fhirAuthorization", "extension")) {
            request.putNull(field);
        }
        Ehr.object(request, "context").putNull("userId").putNull("encounterId");
        assertEquals(usual, Ehr.advice(hook, request));
        request.putNull("prefetch");
        Ehr.assertStatus(412, Ehr.post(hook, request));
    }
}
