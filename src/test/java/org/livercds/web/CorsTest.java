package org.livercds.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of any origin may call here, as in dev and demo, and read every answer, refusals too. */
@QuarkusTest
class CorsTest {

    private static final String ORIGIN = "https://sandbox.cds-hooks.org";
    private static final String TOKEN = "Bearer nobody.has.signed-this";
    private static final String NO_DIAGNOSIS = "{\"context\":{\"patientId\":\"p\"}}";
    private static final String NO_LIVER_DISEASE =
            "{\"context\":{\"patientId\":\"p\"},\"prefetch\":{\"conditions\":null}}";

    @ParameterizedTest
    @CsvSource({
        "GET,  /cds-services",
        "GET,  //cds-services/",
        "POST, /cds-services/liver-cancer-patient-view",
        "POST, /cds-services/liver-cancer-order-select",
        "POST, /cds-services/liver-cancer-order-sign",
        "POST, //cds-services//liver-cancer-patient-view/",
        "POST, /cds-services/liver-cancer-patient-view/feedback",
        "GET,  /cds-services/liver-cancer-order-sign/source-attributes",
        "GET,  /demo/requests/four-metastases",
        "POST, /nothing/here",
    })
    void a_preflight_is_answered_without_authentication(String method, String path) {
        preflight(ORIGIN, method, path)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo(ORIGIN))
                .header("Access-Control-Allow-Methods", containsString("GET"))
                .header("Access-Control-Allow-Methods", containsString("POST"))
                .header("Access-Control-Allow-Methods", containsString("OPTIONS"))
                .header("Access-Control-Allow-Headers", containsStringIgnoringCase("authorization"))
                .header("Access-Control-Allow-Headers", containsStringIgnoringCase("content-type"))
                .header("Access-Control-Max-Age", equalTo("600"))
                .header("Access-Control-Allow-Credentials", not("true"))
                .header("Vary", containsString("Origin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {ORIGIN, "http://localhost:4200", "null"})
    void an_answer_can_be_read(String origin) {
        Response answer = given().header("Origin", origin)
                .header("Authorization", TOKEN)
                .contentType(ContentType.JSON)
                .body(NO_LIVER_DISEASE)
                .post(Example.SERVICE);
        readable(answer.then().statusCode(200), origin);
        readable(given().header("Origin", origin).get("/cds-services").then().statusCode(200), origin);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST   | /cds-services/liver-cancer-patient-view          | application/json | {}             | 400",
                "POST   | /cds-services/nobody                             | application/json | {}             | 404",
                "POST   | /cds-services/liver-cancer-patient-view/feedback | application/json | {}             | 400",
                "GET    | /nothing/here                                    |                  |                | 404",
                "GET    | //nothing//here/                                 |                  |                | 404",
                "GET    | /cds-services/liver-cancer-patient-view          |                  |                | 405",
                "DELETE | /cds-services/liver-cancer-patient-view          |                  |                | 405",
                "PUT    | /cds-services                                    | application/json | {}             | 405",
                "POST   | /demo/requests                                   | application/json | {}             | 405",
                "POST   | /cds-services/liver-cancer-patient-view          | application/json | " + NO_DIAGNOSIS
                        + " | 412",
                "POST   | /cds-services/liver-cancer-patient-view          | text/plain       | x              | 415",
            })
    void a_refusal_can_be_read(String method, String path, String type, String body, int status) {
        var call = given().urlEncodingEnabled(false).header("Origin", ORIGIN).header("Authorization", TOKEN);
        Response answer = (body == null ? call : call.contentType(type).body(body)).request(method, path);
        refused(answer, status);
    }

    @Test
    void a_body_that_is_too_large_is_told_to_the_page() {
        refused(
                given().header("Origin", ORIGIN)
                        .contentType(ContentType.JSON)
                        .body(" ".repeat(4 * 1024 * 1024 + 1))
                        .post(Example.SERVICE),
                413);
    }

    @Test
    void a_call_without_an_origin_is_answered_as_if_there_were_no_browsers() {
        Response answer = given().header("Authorization", TOKEN)
                .contentType(ContentType.JSON)
                .body(NO_LIVER_DISEASE)
                .post(Example.SERVICE);
        assertEquals(200, answer.statusCode());
        assertEquals(
                List.of(),
                answer.headers().asList().stream()
                        .map(Header::getName)
                        .filter(name -> name.startsWith("Access-Control"))
                        .toList());
    }

    private static void refused(Response answer, int status) {
        readable(answer.then().statusCode(status).body("resourceType", equalTo("OperationOutcome")), ORIGIN);
    }

    private static void readable(ValidatableResponse answer, String origin) {
        answer.header("Access-Control-Allow-Origin", equalTo(origin))
                .header("Access-Control-Expose-Headers", containsString("Allow"))
                .header("Access-Control-Allow-Credentials", not("true"))
                .header("Vary", containsString("Origin"));
    }

    private static Response preflight(String origin, String method, String path) {
        return given().urlEncodingEnabled(false)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options(path);
    }
}
