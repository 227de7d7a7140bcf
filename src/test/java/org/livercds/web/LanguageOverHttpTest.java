package org.livercds.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers and pages are in the language that is asked for, and say which it is. */
@QuarkusTest
class LanguageOverHttpTest {

    private static final String PATIENT = "three-metastases-under-3-cm";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "                          | en",
                "es                        | es",
                "es-MX,es;q=0.9,en;q=0.8   | es",
                "de, en;q=0.2, es;q=0.5    | es",
                "de                        | en",
                "*                         | en",
                "es;q=nothing              | en"
            })
    void a_card_comes_in_the_language_that_is_asked_for(String asked, String language) {
        Response answer = call(asked);
        answer.then()
                .statusCode(200)
                .header("Content-Language", language)
                .header("Vary", containsString("Accept-Language"))
                .header("Vary", containsString("Origin"))
                .body("cards[0].summary", startsWith(language.equals("es") ? "3 lesiones" : "3 liver lesions"))
                .body("cards[0].source.topic.code", equalTo("ablation"));
    }

    @Test
    void several_headers_are_one_list() {
        given().header("Accept-Language", "de", "es")
                .contentType(ContentType.JSON)
                .body(Example.request(PATIENT))
                .post(Example.SERVICE)
                .then()
                .header("Content-Language", "es");
    }

    @Test
    void a_huge_header_is_no_error() {
        call("es," + "de,".repeat(5_000)).then().statusCode(200).header("Content-Language", "en");
    }

    /** One that is remembered for the next call is not taken for another. */
    @Test
    void languages_by_turns_are_not_mixed_up() {
        List.of("es", "en", "es-ES", "es", "en-GB")
                .forEach(asked -> call(asked).then().header("Content-Language", asked.substring(0, 2)));
    }

    @Test
    void order_hooks_and_silent_answers_say_their_language_too() {
        String order = given().get("/demo/requests/four-metastases/order-sign/ablation")
                .asString();
        given().header("Accept-Language", "es")
                .contentType(ContentType.JSON)
                .body(order)
                .post("/cds-services/liver-cancer-order-sign")
                .then()
                .header("Content-Language", "es")
                .body("cards[0].summary", startsWith("Ablación solicitada, criterio no cumplido: más de 3 tumores"));
        given().header("Accept-Language", "es")
                .contentType(ContentType.JSON)
                .body(Example.request("no-liver-disease"))
                .post(Example.SERVICE)
                .then()
                .header("Content-Language", "es")
                .header("Vary", containsString("Accept-Language"));
    }

    @Test
    void the_evaluation_beside_the_cards_is_the_same() {
        assertEquals(
                call("en").jsonPath().getMap("extension"), call("es").jsonPath().getMap("extension"));
    }

    @Test
    void an_explanation_tells_a_refusal_in_the_language() {
        given().header("Accept-Language", "es")
                .contentType(ContentType.JSON)
                .body("{\"context\":{\"patientId\":\"p\"}}")
                .post("/explain/liver-cancer-patient-view")
                .then()
                .statusCode(200)
                .header("Content-Language", "es")
                .header("Vary", containsString("Accept-Language"))
                .body("refused.status", equalTo(412))
                .body("refused.why", startsWith("No se puede conocer el diagnóstico"));
    }

    /** They are for those who connect an EHR. */
    @Test
    void refusals_and_discovery_stay_english() {
        given().header("Accept-Language", "es")
                .contentType(ContentType.JSON)
                .body("{\"context\":{\"patientId\":\"p\"}}")
                .post(Example.SERVICE)
                .then()
                .statusCode(412)
                .header("Content-Language", "en")
                .body("issue[0].details.text", startsWith("The diagnosis cannot be known"));
        given().header("Accept-Language", "es")
                .get("/cds-services")
                .then()
                .body("services[0].title", startsWith("Liver cancer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/explain", "/feedback/summary"})
    void a_page_is_in_the_language_of_the_browser_or_of_its_switch(String path) {
        page(path, "es-ES,es;q=0.9", null)
                .then()
                .header("Content-Language", "es")
                .body(containsString("<html lang=\"es\">"));
        page(path, "en-GB", null).then().header("Content-Language", "en").body(containsString("<html lang=\"en\">"));
        page(path, "en-GB", "es")
                .then()
                .header("Vary", containsString("Accept-Language"))
                .body(containsString("<html lang=\"es\">"))
                .body(containsString("href=\"/explain?lang=es\""))
                .body(containsString("href=\"?lang=en\""));
        page(path, "es", "en").then().body(containsString("<html lang=\"en\">"));
        page(path, "es", "xx\"><script>").then().body(containsString("<html lang=\"es\">"));
    }

    @Test
    void the_words_of_the_pages_come_in_the_language() {
        given().header("Accept-Language", "es")
                .get("/demo/words")
                .then()
                .header("Content-Language", "es")
                .body("language", equalTo("es"))
                .body("page.'card.details'", equalTo("Detalles"))
                .body("topics.ablation", equalTo("Ablación"));
    }

    @Test
    void the_summary_names_topics_in_the_language() {
        call("es");
        given().header("Accept-Language", "es")
                .accept("application/json")
                .get("/feedback/summary")
                .then()
                .statusCode(200)
                .header("Content-Language", "es")
                .header("Vary", containsString("Origin"))
                .header("Vary", containsString("Accept-Language"))
                .header("Cache-Control", equalTo("no-store"));
    }

    private static Response page(String path, String asked, String chosen) {
        var call = given().accept("text/html").header("Accept-Language", asked);
        return (chosen == null ? call : call.queryParam("lang", chosen)).get(path);
    }

    private static Response call(String asked) {
        var call = given().contentType(ContentType.JSON).body(Example.request(PATIENT));
        return (asked == null ? call : call.header("Accept-Language", asked)).post(Example.SERVICE);
    }
}
