package org.livercds.web;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.service.DemoRequests;

/** Why there is a card, and why there is none. */
@QuarkusTest
class ExplainTest {

    static List<String> patients() {
        return DemoRequests.NAMES;
    }

    @ParameterizedTest
    @MethodSource("patients")
    void the_evaluation_is_that_of_the_hook(String patient) {
        String request = Example.request(patient);
        assertEquals(
                Example.answer(request).getMap("extension.'org.livercds.evaluation'"),
                explain("patient-view", request).getMap("evaluation"));
    }

    @Test
    void every_rule_is_told_with_what_it_asked() {
        JsonPath answer = explain("patient-view", Example.request("four-metastases"));
        int rules = answer.getList("explanation.rules").size();
        assertTrue(rules >= LiverCancerGuideline.recommendations().size() - 1, rules + " rules");
        assertEquals(
                List.of("absent"),
                answer.getList("explanation.rules.findAll { it.rule == 'R-ABL' && it.status != 'otherKind' }.status"));
        String ablation = "explanation.rules.find { it.rule == 'R-ABL' && it.status == 'absent' }";
        String count = ablation + ".criteria.find { it.statement == 'at-most-three-lesions' }";
        assertEquals("notMet", answer.getString(count + ".truth"));
        assertEquals("required", answer.getString(count + ".role"));
        assertFalse(answer.getList(count + ".evidence.reference").isEmpty());
        assertEquals(
                "met",
                answer.getString(ablation + ".criteria.find { it.statement == 'each-smaller-than-3-cm' }.truth"));
        assertEquals(
                4,
                answer.getList(ablation + ".criteria.find { it.statement == 'each-smaller-than-3-cm' }.parts")
                        .size());
    }

    @Test
    void values_are_shown_as_recorded_and_in_the_unit_of_the_rules() {
        JsonPath answer = explain("patient-view", Example.request("metastases-mm-beside-cm"));
        List<String> millimetres = answer.getList("explanation.lesions.millimetres");
        List<String> recorded = answer.getList("explanation.lesions.evidence.value.flatten()");
        assertTrue(recorded.stream().anyMatch(value -> value.endsWith("cm")), recorded.toString());
        assertTrue(millimetres.stream().allMatch(value -> value.matches("[0-9.]+")), millimetres.toString());
        JsonPath labs = explain("patient-view", Example.request("unresectable-liver-only-hcc"));
        String bilirubin = "explanation.facts.find { it.fact == 'recorded.bilirubin' }";
        assertEquals("1.1", labs.getString(bilirubin + ".value"));
        assertEquals("mg/dL", labs.getString(bilirubin + ".unit"));
        assertFalse(labs.getString(bilirubin + ".evidence[0].date").isEmpty());
    }

    @Test
    void what_was_set_aside_is_named_with_its_reason() {
        String request = Example.request("four-metastases")
                .replaceFirst("\"status\":\"final\"", "\"status\":\"entered-in-error\"")
                .replaceFirst(
                        "\"subject\":\\{\"reference\":\"Patient/[^\"]*\"}",
                        "\"subject\":{\"reference\":\"Patient/x\"}");
        List<String> why = explain("patient-view", request).getList("explanation.setAside.why");
        assertTrue(why.contains("otherPatient"), why.toString());
    }

    @Test
    void a_call_that_would_be_refused_is_explained_too() {
        String request = Example.request("four-metastases").replaceAll("\"prefetch\":.*", "\"prefetch\":{}}");
        JsonPath answer = explain("patient-view", request);
        assertEquals(412, answer.getInt("refused.status"));
        assertEquals("ABSENT", answer.getString("evaluation.data.find { it.key == 'conditions' }.state"));
    }

    @Test
    void an_order_is_explained_with_the_verdict_of_its_rule() {
        String warned = given().get("/demo/requests/four-metastases/order-sign/ablation")
                .asString();
        JsonPath answer = explain("order-sign", warned);
        assertEquals("ablation", answer.getString("explanation.ordered[0].topic"));
        assertEquals("warns", answer.getString("explanation.ordered[0].verdict"));
        assertEquals("at-most-three-lesions", answer.getString("explanation.ordered[0].notMet[0].statement"));
        String fitting = given().get("/demo/requests/three-metastases-under-3-cm/order-sign/ablation")
                .asString();
        assertEquals("silent", explain("order-sign", fitting).getString("explanation.ordered[0].verdict"));
    }

    @Test
    void tipping_points_and_missing_data_are_told() {
        JsonPath answer = explain("patient-view", Example.request("three-metastases-under-3-cm"));
        assertTrue(answer.getList("explanation.tippingPoints.change").contains("lesion-from-3-cm"));
        assertEquals(List.of("M-RESECT"), answer.getList("explanation.missing.id"));
        assertTrue(answer.getDouble("millisecondsOf.judging") > 0);
    }

    @Test
    void patients_get_no_explanation_of_treatments() {
        JsonPath answer = explain(
                "patient-view", Example.request("four-metastases").replace("Practitioner/example", "Patient/example"));
        assertEquals("notAClinician", answer.getString("evaluation.reason"));
        assertNull(answer.get("explanation"));
    }

    @Test
    void bad_calls_are_refused_as_by_the_service() {
        assertEquals(400, post("patient-view", "{").statusCode());
        assertEquals(400, post("order-sign", Example.request("four-metastases")).statusCode());
        assertEquals(404, post("nothing", "{\"context\":{\"patientId\":\"1\"}}").statusCode());
        assertEquals(405, given().get("/explain/liver-cancer-patient-view").statusCode());
        String foreign = Example.request("four-metastases")
                .replaceFirst("\"patientId\":\"[^\"]*\"", "\"patientId\":\"another\"");
        assertEquals(400, post("patient-view", foreign).statusCode());
        assertEquals(
                415,
                given().contentType(ContentType.XML)
                        .body("<a/>")
                        .post("/explain/liver-cancer-patient-view")
                        .statusCode());
    }

    private static JsonPath explain(String hook, String request) {
        return post(hook, request).then().statusCode(200).extract().jsonPath();
    }

    private static Response post(String hook, String request) {
        return given().contentType(ContentType.JSON).body(request).post("/explain/liver-cancer-" + hook);
    }
}
