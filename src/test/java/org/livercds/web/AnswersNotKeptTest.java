package org.livercds.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No cache between the service and the reader may keep an answer and show it for another patient or a later day. */
@QuarkusTest
class AnswersNotKeptTest {

    private static final String PATIENT = "three-metastases-under-3-cm";

    @ParameterizedTest
    @ValueSource(strings = {"/cds-services/", "/explain/", "//cds-services//"})
    void no_cache_may_keep_an_answer(String address) {
        call(address + "liver-cancer-patient-view", Example.request(PATIENT), 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order-select", "order-sign"})
    void nor_one_about_an_order(String hook) {
        String request = given().get("/demo/requests/" + PATIENT + "/" + hook + "/ablation")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        call("/cds-services/liver-cancer-" + hook, request, 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cds-services/", "/explain/"})
    void nor_a_refusal(String address) {
        call(address + "liver-cancer-patient-view", "{}", 400);
    }

    private static void call(String address, String body, int status) {
        given().urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body(body)
                .post(address)
                .then()
                .statusCode(status)
                .header("Cache-Control", equalTo("no-store"));
    }
}
