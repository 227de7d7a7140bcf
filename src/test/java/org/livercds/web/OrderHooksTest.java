package org.livercds.web;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.hooks.WireJson;

/** Orders drafted and signed over HTTP: silence where they agree, one warning where they do not. */
@QuarkusTest
class OrderHooksTest {

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "ablation, three-metastases-under-3-cm",
        "embolization, unresectable-liver-only-hcc",
        "radioembolization, unresectable-liver-only-metastases",
        "transplant, unresectable-liver-only-hcc",
        "sorafenib, hcc-with-lung-metastasis",
        "radiation, hcc-with-lung-metastasis",
        "sorafenib, three-metastases-under-3-cm",
        "ablation, screening-lesion-0.8-cm",
    })
    void an_order_that_fits_or_that_no_rule_speaks_of_is_silent(String order, String patient) {
        for (String hook : List.of("order-select", "order-sign")) {
            JsonPath answer = answer(hook, patient, order);
            assertEquals(List.of(), answer.getList("cards"));
            assertEquals("evaluated", answer.getString(Example.EVALUATION + "status"));
        }
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ablation | four-metastases | ablationOrder | Ablation ordered, criterion not met: more than 3 liver tumours | list of lesions complete: yes (",
                "ablation | metastasis-3.0-cm | ablationOrder | Ablation ordered, criterion not met: a tumour of 3 cm or larger | lesion 3.0 cm (",
                "ablation | metastasis-size-missing | ablationOrder | Ablation ordered; its criterion is met if each is under 3 cm | not measured",
                "embolization | hcc-with-lung-metastasis | embolizationOrder | Embolization ordered, criterion not met: | spread outside the liver",
                "transplant | four-metastases | transplantOrder | Transplant ordered, criterion not met: the sources offer it for another kind | liver metastases",
                "irreversibleElectroporation | unresectable-liver-only-hcc | irreversibleElectroporationOrder | IRE ordered, criterion not met: | NCI-15",
                "radioembolization | four-metastases | radioembolizationOrder | Radioembolization ordered, criterion not met: nobody has judged | surgery",
                "resection | unresectable-liver-only-hcc | resectionOrder | Resection ordered, criterion not met: surgery cannot remove all | not resectable",
                "sorafenib | unresectable-liver-only-hcc | systemicTherapyOrder | Systemic therapy ordered, criterion not met: | NCI-31",
                "radiation | unresectable-liver-only-hcc | radiationOrder | Radiation ordered, criterion not met: | NCI-29",
            })
    void an_order_that_does_not_fit_names_criterion_value_and_what_fits(
            String order, String patient, String topic, String summary, String detail) {
        for (String hook : List.of("order-select", "order-sign")) {
            JsonPath answer = answer(hook, patient, order);
            assertEquals(1, answer.getList("cards").size());
            assertEquals("warning", answer.getString("cards[0].indicator"));
            assertEquals(topic, answer.getString("cards[0].source.topic.code"));
            assertTrue(answer.getString("cards[0].summary").startsWith(summary), answer.getString("cards[0].summary"));
            assertTrue(answer.getString("cards[0].detail").contains(detail), answer.getString("cards[0].detail"));
            assertTrue(answer.getString("cards[0].detail").contains("**What fits**"));
            assertFalse(answer.getList("cards[0].overrideReasons").isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chestCt", "aspirin"})
    void an_unrelated_order_is_silent_without_a_look_at_the_chart(String order) {
        String request = withoutPrefetch(request("order-sign", "four-metastases", order));
        JsonPath answer = post("order-sign", request).jsonPath();
        assertEquals(List.of(), answer.getList("cards"));
        assertEquals("notApplicable", answer.getString(Example.EVALUATION + "status"));
        assertEquals("noRelevantOrder", answer.getString(Example.EVALUATION + "reason"));
        assertNull(answer.getString(Example.EVALUATION + "data"));
    }

    @Test
    void without_drafts_there_is_no_relevant_order() {
        String request = Example.request("four-metastases").replace("\"patient-view\"", "\"order-sign\"");
        assertEquals(
                "noRelevantOrder", post("order-sign", request).jsonPath().getString(Example.EVALUATION + "reason"));
    }

    @Test
    void a_relevant_order_without_a_diagnosis_is_412() {
        String request = withoutPrefetch(request("order-sign", "four-metastases", "ablation"));
        given().contentType(ContentType.JSON)
                .body(request)
                .post("/cds-services/liver-cancer-order-sign")
                .then()
                .statusCode(412);
    }

    @Test
    void an_order_without_liver_disease_is_silent_and_says_why() {
        JsonPath answer = answer("order-sign", "no-liver-disease", "ablation");
        assertEquals(List.of(), answer.getList("cards"));
        assertEquals("noLiverDisease", answer.getString(Example.EVALUATION + "reason"));
    }

    @Test
    void patients_get_no_treatment_text_and_another_hook_is_refused() {
        String request = request("order-sign", "four-metastases", "ablation");
        JsonPath answer = post("order-sign", request.replace("Practitioner/example", "Patient/example"))
                .jsonPath();
        assertEquals("notAClinician", answer.getString(Example.EVALUATION + "reason"));
        given().contentType(ContentType.JSON)
                .body(request)
                .post("/cds-services/liver-cancer-order-select")
                .then()
                .statusCode(400);
    }

    private static String withoutPrefetch(String request) {
        ObjectNode body = WireJson.readObject(request.getBytes(UTF_8));
        body.remove("prefetch");
        return body.toString();
    }

    private static JsonPath answer(String hook, String patient, String order) {
        return post(hook, request(hook, patient, order))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Response post(String hook, String request) {
        return given().contentType(ContentType.JSON).body(request).post("/cds-services/liver-cancer-" + hook);
    }

    private static String request(String hook, String patient, String order) {
        return given().get("/demo/requests/" + patient + "/" + hook + "/" + order)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
