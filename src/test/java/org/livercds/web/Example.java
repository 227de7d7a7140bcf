package org.livercds.web;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.regex.Pattern;

/** Calls the running service as an EHR does. */
final class Example {

    static final String SERVICE = "/cds-services/liver-cancer-patient-view";
    static final String EVALUATION = "extension.\"org.livercds.evaluation\".";

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Example() {}

    /** An answer as it would be for any other call that says the same: ids are new with each. */
    static String withoutIds(String answer) {
        return UUID.matcher(answer).replaceAll("id");
    }

    /** A ready request, dated today. */
    static String request(String name) {
        return given().get("/demo/requests/" + name)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    static Response post(String body) {
        return given().contentType(ContentType.JSON).body(body).post(SERVICE);
    }

    static JsonPath answer(String body) {
        return post(body).then().statusCode(200).extract().jsonPath();
    }
}
