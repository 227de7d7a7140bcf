package org.livercds.conformance;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.hooks.Refusal;

/**
 * Bad input at each of the three services: the right status, and an OperationOutcome whose text is fixed, says what is
 * wrong, and repeats nothing of what was sent. What {@code web.RefusalTest} tries at one service is not tried again.
 */
@QuarkusTest
class RefusedInputTest {

    /** Stands wherever the bad value is: no answer may show it. */
    private static final String CANARY = "canary";

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/context | - | NO_CONTEXT",
                "/context | null | NO_CONTEXT",
                "/context | \"canary\" | NO_CONTEXT",
                "/context | [{\"patientId\":\"canary\"}] | NO_CONTEXT",
                "/context/patientId | - | NO_PATIENT_ID",
                "/context/patientId | null | NO_PATIENT_ID",
                "/context/patientId | \"\" | NO_PATIENT_ID",
                "/context/patientId | \"Patient/\" | NO_PATIENT_ID",
                "/context/patientId | 7 | NO_PATIENT_ID",
                "/context/patientId | {\"id\":\"canary\"} | NO_PATIENT_ID",
                "/context/patientId | [\"canary\"] | NO_PATIENT_ID",
                "/context/patientId | \"canary/canary\" | NO_PATIENT_ID",
                "/context/patientId | \"Practitioner/canary\" | NO_PATIENT_ID",
                "/context/patientId | \"canary' or 1=1\" | NO_PATIENT_ID",
                "/context/patientId | \"canary?_count=1\" | NO_PATIENT_ID",
                "/context/patientId | \"..%2fcanary\" | NO_PATIENT_ID",
                "/context/patientId | \"canary\\u0000\" | NO_PATIENT_ID",
                "/context/userId | 7 | NOT_A_HOOK_REQUEST",
                "/context/userId | [\"canary\"] | NOT_A_HOOK_REQUEST",
                "/hook | 7 | NOT_A_HOOK_REQUEST",
                "/hook | {\"canary\":1} | NOT_A_HOOK_REQUEST",
                "/hook | \"canary\" | OTHER_HOOK",
                "/hook | \"encounter-start\" | OTHER_HOOK",
                "/hook | \"Patient-View\" | OTHER_HOOK",
                "/fhirServer | 7 | NOT_A_HOOK_REQUEST",
                "/fhirServer | {\"url\":\"canary\"} | NOT_A_HOOK_REQUEST",
                "/prefetch | [\"canary\"] | PREFETCH_NOT_AN_OBJECT",
                "/prefetch | \"canary\" | PREFETCH_NOT_AN_OBJECT",
                "/prefetch | 7 | PREFETCH_NOT_AN_OBJECT",
                "/prefetch/patient/id | \"canary\" | WRONG_PATIENT",
                "/prefetch/conditions | - | NO_CONDITIONS",
                "/prefetch/conditions | \"canary\" | NO_CONDITIONS",
                "/prefetch/conditions | [{\"resourceType\":\"Condition\"}] | NO_CONDITIONS",
                "/prefetch/conditions | {\"canary\":1} | NO_CONDITIONS",
                "/prefetch/conditions | {\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"fatal\","
                        + "\"diagnostics\":\"canary\"}]} | NO_CONDITIONS",
                "/prefetch/conditions | {\"resourceType\":\"Condition\",\"id\":\"canary\",\"subject\":"
                        + "{\"reference\":\"Patient/canary\"}} | NO_CONDITIONS",
                "/fhirAuthorization | {\"patient\":\"canary\",\"access_token\":\"canary\"} | TOKEN_OF_ANOTHER_PATIENT"
            })
    void a_request_with_one_bad_value_is_refused_by_its_reason(String place, String value, Refusal refusal) {
        for (String hook : Ehr.HOOKS) {
            JsonNode request = with(Ehr.request(hook), place, value);
            assertRefused(refusal, Ehr.post(hook, request));
        }
    }

    @EveryHook
    void without_the_diagnosis_an_unregistered_server_is_named_as_the_reason(String hook) {
        for (String server :
                List.of("https://canary.example.org/fhir", "canary", "file:///canary", "http://127.0.0.1:1/canary")) {
            ObjectNode request = Ehr.request(hook).put("fhirServer", server);
            request.remove("prefetch");
            Http.Reply reply = Ehr.post(hook, request);
            assertRefused(Refusal.SERVER_NOT_REGISTERED, reply);
            assertTrue(new String(reply.body(), UTF_8).contains("conditions (ABSENT)"));
        }
    }

    @EveryHook
    void what_is_not_one_strict_json_object_is_refused(String hook) {
        String good = Ehr.request(hook).put("canary", 1).toString();
        String inner = good.substring(1);
        for (String bad : List.of(
                "",
                " ",
                "canary",
                "[" + good + "]",
                good + good,
                good + "canary",
                good.substring(0, good.length() - 1),
                "{/* canary */" + inner,
                "{,\"canary\":1}",
                good.substring(0, good.length() - 1) + ",}",
                "{\"canary\":NaN," + inner,
                "{\"canary\":01," + inner,
                "{'canary':1," + inner,
                "{\"canary\":\"\t\"," + inner,
                "{\"hook\":\"canary\"," + inner,
                "{\"x\":" + "[".repeat(101) + "]".repeat(101) + "," + inner,
                "<canary/>",
                "hook=canary")) {
            assertRefused(Refusal.NOT_JSON, Ehr.post(hook, bad));
        }
    }

    @EveryHook
    void text_that_is_no_utf_8_is_refused(String hook) {
        byte[] latin = "{\"canary\":\"\u00e4\",\"context\":{\"patientId\":\"p\"}}".getBytes(ISO_8859_1);
        assertRefused(Refusal.NOT_JSON, Http.post(Ehr.service(hook), "application/json", latin));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/hookInstance | -",
                "/hookInstance | 7",
                "/hookInstance | {\"canary\":1}",
                "/fhirServer | \"canary\"",
                "/fhirAuthorization | \"canary\"",
                "/fhirAuthorization | []",
                "/fhirAuthorization | {\"access_token\":{\"canary\":1},\"scope\":[7],\"patient\":7}",
                "/extension | \"canary\"",
                "/context/encounterId | {\"canary\":1}",
                "/context/canary | {\"resourceType\":\"Canary\",\"id\":7}",
                "/prefetch/canary | \"<html>canary</html>\"",
                "/prefetch/canary | {\"resourceType\":\"Canary\"}"
            })
    void what_is_not_needed_may_be_odd(String place, String value) {
        for (String hook : Ehr.HOOKS) {
            ObjectNode request = Ehr.request(hook);
            List<String> usual = Ehr.advice(hook, request);
            assertEquals(usual, Ehr.advice(hook, with(request, place, value)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "\"canary\"", "7", "[]", "{}", "[null,7]", "{\"entry\":\"canary\"}", "{\"entry\":[{}]}"})
    void odd_drafts_are_none(String drafts) {
        for (String hook : List.of("order-select", "order-sign")) {
            JsonNode answer = Ehr.answer(hook, with(Ehr.request(hook), "/context/draftOrders", drafts));
            assertEquals("noRelevantOrder", Ehr.reason(answer));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "null", "\"canary\"", "7", "{}", "[]", "[7,null]", "[\"ServiceRequest/canary\"]"})
    void odd_selections_select_nothing_and_every_draft_counts(String selections) {
        ObjectNode request = Ehr.request("order-select");
        List<String> usual = Ehr.advice("order-select", request);
        assertEquals(usual, Ehr.advice("order-select", with(request, "/context/selections", selections)));
    }

    /** One damaged measurement costs its own entry and is told, not the whole answer. */
    @EveryHook
    void a_bad_decimal_in_one_observation_leaves_the_other_cards(String hook) {
        ObjectNode request = Ehr.request(hook);
        ObjectNode observation = (ObjectNode) Ehr.elements(request.at("/prefetch/observations/entry"))
                .map(entry -> entry.path("resource"))
                .filter(resource -> resource.has("valueQuantity"))
                .findFirst()
                .orElseThrow();
        Ehr.object(observation, "valueQuantity").put("value", CANARY);
        JsonNode answer = Ehr.answer(hook, request);
        assertEquals("PARTIAL", Ehr.state(answer, "observations"));
        assertFalse(answer.path("cards").isEmpty());
        assertFalse(answer.toString().contains(CANARY));
    }

    @ParameterizedTest
    @CsvSource({"GET, 405", "PUT, 405", "PATCH, 405", "DELETE, 405", "HEAD, 405"})
    void a_service_is_called_by_post_alone(String method, int status) {
        for (String hook : Ehr.HOOKS) {
            Response response = given().request(method, Ehr.service(hook));
            assertEquals(status, response.statusCode());
            assertTrue(response.header("Allow").contains("POST"));
        }
    }

    @EveryHook
    void other_media_types_and_encoded_bodies_are_refused(String hook) {
        byte[] body = Ehr.request(hook).toString().getBytes(UTF_8);
        for (String type :
                List.of("text/plain", "text/json", "application/xml", "application/json+fhir", "canary/canary")) {
            assertRefused(Refusal.UNSUPPORTED_MEDIA_TYPE, Http.post(Ehr.service(hook), type, body));
        }
        assertRefused(
                Refusal.UNSUPPORTED_MEDIA_TYPE,
                Http.send(Http.to(Ehr.service(hook))
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "gzip")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))));
    }

    /** Before it is known what it is for; {@code web.RefusalTest} has the limit itself. */
    @Test
    void a_body_over_four_megabytes_is_refused() {
        String good = Ehr.request("order-sign").toString();
        String large = good + " ".repeat(4 * 1024 * 1024 + 1 - good.length());
        assertRefused(Refusal.TOO_LARGE, Ehr.post("order-sign", large));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cds-services/canary",
                "/cds-services/liver-cancer-patient-view-canary",
                "/cds-services/LIVER-CANCER-PATIENT-VIEW",
                "/cds-services/patient-view",
                "/cds-services/liver-cancer-patient-view/canary",
                "/cds-services/liver-cancer-patient-view%2Fcanary",
                "/cds-services/..%2F..%2Fcanary",
                "/cds-services/canary%00",
                "/canary/liver-cancer-patient-view"
            })
    void an_address_that_is_not_there_is_not_found(String path) {
        byte[] body = Ehr.request("patient-view").toString().getBytes(UTF_8);
        assertRefused(Refusal.NOT_FOUND, Http.post(path, "application/json", body));
    }

    private static void assertRefused(Refusal refusal, Http.Reply reply) {
        Ehr.assertStatus(refusal.status(), reply);
        assertTrue(reply.type().startsWith("application/json"), reply.type());
        JsonNode outcome = Ehr.json(reply.body());
        assertEquals(List.of(), AnswerRules.nothingEmpty(outcome).toList());
        assertEquals("OperationOutcome", outcome.path("resourceType").asText());
        assertEquals(1, outcome.path("issue").size());
        JsonNode issue = outcome.at("/issue/0");
        assertEquals("error", issue.path("severity").asText());
        assertEquals(refusal.code(), issue.path("code").asText());
        assertEquals(refusal.name(), issue.path("diagnostics").asText());
        String text = issue.at("/details/text").asText();
        assertTrue(
                text.matches("\\Q" + refusal.sentence()
                        + "\\E( Not read: [a-zA-Z]+ \\([A-Z_]+\\)(, [a-zA-Z]+ \\([A-Z_]+\\))*\\. [A-Z_]+: [^\"]+\\.)?"),
                text);
        assertFalse(outcome.toString().contains(CANARY), outcome::toString);
    }

    private static JsonNode with(ObjectNode request, String place, String value) {
        int last = place.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) request.at(place.substring(0, last));
        String member = place.substring(last + 1);
        if (value.equals("-")) {
            parent.remove(member);
        } else {
            parent.set(member, Ehr.json(value));
        }
        return request;
    }
}
