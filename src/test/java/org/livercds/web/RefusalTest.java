package org.livercds.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input gets a clear error, and never a failure of the service. */
@QuarkusTest
class RefusalTest {

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    private static final String MINIMAL = "{\"context\":{\"patientId\":\"p\"},\"prefetch\":{\"conditions\":null}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "null",
                "[]",
                "1",
                "\"text\"",
                "{",
                "{}{}",
                "{\"context\":1}",
                "{}",
                "{\"context\":{}}",
                "{\"context\":{\"patientId\":\"\"}}",
                "{\"context\":{\"patientId\":1}}",
                "{\"context\":{\"patientId\":\"a/b\"}}",
                "{\"context\":{\"patientId\":\"a b\"}}",
                "{\"hook\":1,\"context\":{\"patientId\":\"p\"}}",
                "{\"context\":{\"patientId\":\"p\"},\"prefetch\":[]}",
                "{\"context\":{\"patientId\":\"p\"},\"prefetch\":\"x\"}",
                "{\"hook\":\"order-sign\",\"context\":{\"patientId\":\"p\"},\"prefetch\":{\"conditions\":null}}",
                "{\"a\":1,\"a\":1,\"context\":{\"patientId\":\"p\"}}",
                "{\"context\":{\"patientId\":\"p\"},\"prefetch\":{\"conditions\":null,"
                        + "\"patient\":{\"resourceType\":\"Patient\",\"id\":\"q\"}}}"
            })
    void what_is_no_request_for_this_service_is_a_400(String body) {
        refused(Example.post(body).then(), 400);
    }

    @Test
    void a_patient_id_that_is_a_number_is_told_by_its_name() {
        Example.post("{\"context\":{\"patientId\":1}}")
                .then()
                .statusCode(400)
                .body("issue[0].diagnostics", equalTo("NO_PATIENT_ID"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT    | /cds-services                           | 405 | GET, HEAD, OPTIONS",
                "POST   | /cds-services                           | 405 | GET, HEAD, OPTIONS",
                "GET    | /cds-services/liver-cancer-patient-view | 405 | OPTIONS, POST",
                "DELETE | /cds-services/liver-cancer-patient-view | 405 | OPTIONS, POST",
                "OPTIONS| /cds-services                           | 204 | GET, HEAD, OPTIONS",
                "OPTIONS| /cds-services/liver-cancer-patient-view | 204 | OPTIONS, POST"
            })
    void who_uses_the_wrong_method_is_told_the_right_ones(String method, String path, int status, String allow) {
        given().request(method, path).then().statusCode(status).header("Allow", equalTo(allow));
    }

    @Test
    void an_unknown_service_is_not_found_whatever_is_sent() {
        given().get("/cds-services/nobody").then().statusCode(404);
        given().contentType("text/plain")
                .body("x")
                .post("/cds-services/nobody")
                .then()
                .statusCode(404);
    }

    @Test
    void made_up_addresses_make_no_labels_of_metrics() {
        given().get("/cds-services/made-up-canary").then().statusCode(404);
        given().contentType(ContentType.JSON).body("{}").post("//cds-services//made-up-canary/");
        given().request("PUT", "/cds-services/made-up-canary");
        String metrics =
                given().port(managementPort).get("/q/metrics").then().extract().asString();
        assertTrue(metrics.contains("/cds-services/{id}"));
        assertFalse(metrics.contains("made-up-canary"));
    }

    @Test
    void an_id_of_256_characters_is_accepted_and_one_of_257_is_not() {
        Example.post(MINIMAL.replace("\"p\"", "\"" + "a".repeat(256) + "\""))
                .then()
                .statusCode(200);
        refused(
                Example.post(MINIMAL.replace("\"p\"", "\"" + "a".repeat(257) + "\""))
                        .then(),
                400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"context\":{\"patientId\":\"Patient/p\"},\"prefetch\":{\"conditions\":null}}",
                "{\"hook\":null,\"hookInstance\":\"not-a-uuid\",\"context\":{\"patientId\":\"p\"},"
                        + "\"prefetch\":{\"conditions\":null}}",
                "{\"extension\":{\"com.example\":[1]},\"unknown\":{},\"context\":{\"patientId\":\"p\",\"x\":1},"
                        + "\"prefetch\":{\"conditions\":null,\"odd\":7}}"
            })
    void what_clients_leave_out_or_add_is_tolerated(String body) {
        assertEquals("noLiverDisease", Example.answer(body).getString(Example.EVALUATION + "reason"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"context\":{\"patientId\":\"p\"}}",
                "{\"context\":{\"patientId\":\"p\"},\"prefetch\":null}",
                "{\"context\":{\"patientId\":\"p\"},\"prefetch\":{\"conditions\":\"<html>\"}}",
                "{\"context\":{\"patientId\":\"p\"},\"prefetch\":{\"conditions\":7}}",
                "{\"context\":{\"patientId\":\"p\"},\"prefetch\":{\"conditions\":"
                        + "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\"}]}}}",
                "{\"context\":{\"patientId\":\"p\"},\"prefetch\":{\"conditions\":"
                        + "{\"resourceType\":\"Condition\",\"id\":\"c\",\"subject\":{\"reference\":\"Patient/q\"}}}}"
            })
    void a_diagnosis_that_cannot_be_known_is_a_412(String body) {
        refused(Example.post(body).then(), 412);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /cds-services/liver-cancer-patient-view, 405",
        "DELETE, /cds-services, 405",
        "POST, /cds-services/unknown, 404",
        "GET, /unknown, 404",
        "GET, /demo/requests/unknown, 404",
        "GET, /demo/requests/..%2Fapplication, 404",
    })
    void addresses_and_methods_that_are_not_there(String method, String path, int status) {
        refused(
                given().urlEncodingEnabled(false)
                        .contentType(ContentType.JSON)
                        .request(method, path)
                        .then(),
                status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/fhir+xml"})
    void other_media_types_are_a_415(String type) {
        refused(given().contentType(type).body(MINIMAL).post(Example.SERVICE).then(), 415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "application/fhir+json",
                "application/fhir+json;charset=UTF-8"
            })
    void both_media_types_are_accepted_with_and_without_charset(String type) {
        EncoderConfig asGiven =
                EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false);
        given().config(RestAssured.config().encoderConfig(asGiven))
                .contentType(type)
                .body(MINIMAL.getBytes(StandardCharsets.UTF_8))
                .post(Example.SERVICE)
                .then()
                .statusCode(200);
    }

    @Test
    void an_encoded_body_is_a_415() {
        refused(
                given().contentType(ContentType.JSON)
                        .header("Content-Encoding", "gzip")
                        .body(MINIMAL)
                        .post(Example.SERVICE)
                        .then(),
                415);
    }

    @Test
    void four_megabytes_are_read_and_one_byte_more_is_a_413() {
        int limit = 4 * 1024 * 1024;
        Example.post(MINIMAL + " ".repeat(limit - MINIMAL.length())).then().statusCode(200);
        refused(Example.post(MINIMAL + " ".repeat(limit - MINIMAL.length() + 1)).then(), 413);
    }

    private static void refused(ValidatableResponse response, int status) {
        response.statusCode(status)
                .contentType("application/json")
                .body("resourceType", equalTo("OperationOutcome"))
                .body("issue[0].severity", equalTo("error"))
                .body("issue[0].code", not(blankOrNullString()))
                .body("issue[0].details.text", not(blankOrNullString()));
    }
}
