package org.livercds.web;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.livercds.clinical.Fact;
import org.livercds.clinical.guideline.JudgedRule;
import org.livercds.clinical.guideline.Silence;
import org.livercds.clinical.patient.DiseaseKind;
import org.livercds.fhir.KeySource;
import org.livercds.fhir.KeyState;
import org.livercds.fhir.Ledger;
import org.livercds.fhir.PrefetchKey;
import org.livercds.outbound.FetchProblem;
import org.livercds.service.DemoRequests;

/** The amended request is answered by the service itself, so that it shows what the rules say. */
@QuarkusTest
class WhatIfTest {

    private static final String PATIENT = "three-metastases-under-3-cm";
    private static final String TOPICS = Example.EVALUATION + "recommendations.topic";

    static List<String> patients() {
        return DemoRequests.NAMES;
    }

    @ParameterizedTest
    @CsvSource({"2.9, true", "2.999, true", "3.0, false", "3, false", "12.5, false"})
    void a_size_decides_about_ablation(String centimetres, boolean offered) {
        List<List<String>> lesions = lesions(PATIENT);
        String changes = "{\"lesions\":[%s,%s,%s]}"
                .formatted(lesion(lesions.get(0), centimetres), lesion(lesions.get(1)), lesion(lesions.get(2)));
        assertEquals(offered, topics(PATIENT, changes).contains("ablation"));
    }

    @Test
    void the_new_size_is_the_only_one_whatever_form_the_old_one_had() {
        List<List<String>> lesions = lesions("metastases-mm-beside-cm");
        List<String> all =
                lesions.stream().map(references -> lesion(references, "1.7")).toList();
        String amended = amended("metastases-mm-beside-cm", "{\"lesions\":[" + String.join(",", all) + "]}");
        assertEquals(
                all.stream().map(lesion -> "17").toList(), explain(amended).getList("explanation.lesions.millimetres"));
    }

    @Test
    void a_fourth_lesion_is_measured_and_listed() {
        String kept = String.join(
                ",", lesions(PATIENT).stream().map(WhatIfTest::lesion).toList());
        String amended = amended(PATIENT, "{\"lesions\":[" + kept + ",{\"centimetres\":\"1.0\"}],\"allListed\":true}");
        assertEquals("4", explain(amended).getString("explanation.facts.find { it.fact == 'lesions' }.value"));
        assertEquals(4, explain(amended).getList("explanation.lesions").size());
        assertFalse(Example.answer(amended).getList(TOPICS).contains("ablation"));
        assertTrue(evaluatedInFull(amended));
    }

    @Test
    void a_lesion_that_is_gone_is_gone_with_its_earlier_measurements() {
        String only = lesion(lesions("four-metastases").get(1));
        String amended = amended("four-metastases", "{\"lesions\":[" + only + "],\"allListed\":true}");
        assertEquals(1, explain(amended).getList("explanation.lesions").size());
        assertEquals("1", explain(amended).getString("explanation.facts.find { it.fact == 'lesions' }.value"));
        assertTrue(Example.answer(amended).getList(TOPICS).contains("ablation"));
        assertTrue(evaluatedInFull(amended));
    }

    @Test
    void lesions_can_be_added_where_there_are_none() {
        String amended = amended("no-liver-disease", "{\"lesions\":[{\"centimetres\":\"1.5\"}],\"allListed\":true}");
        assertEquals(List.of("15"), explain(amended).getList("explanation.lesions.millimetres"));
    }

    @Test
    void resectability_and_spread_replace_what_was_judged_before() {
        String resectable = amended(PATIENT, "{\"resectability\":\"resectable\"}");
        assertTrue(Example.answer(resectable).getList(TOPICS).contains("resection"));
        String spread = amended(PATIENT, "{\"spread\":\"present\"}");
        assertEquals("true", fact(spread, "spread-outside-liver"));
        assertEquals("false", fact(amended(PATIENT, "{}"), "spread-outside-liver"));
        assertEquals(null, fact(amended(PATIENT, "{\"spread\":\"notRecorded\"}"), "spread-outside-liver"));
        assertTrue(evaluatedInFull(spread));
    }

    @ParameterizedTest
    @MethodSource("patients")
    void nothing_changed_is_the_same_answer(String patient) {
        String request = Example.request(patient);
        assertEquals(
                Example.answer(request).getMap("extension.'org.livercds.evaluation'"),
                Example.answer(amended(patient, "{}")).getMap("extension.'org.livercds.evaluation'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"size\":3}",
                "[]",
                "{\"lesions\":[{}]}",
                "{\"lesions\":[{\"centimetres\":\"-1\"}]}",
                "{\"lesions\":[{\"centimetres\":\"1e9\"}]}",
                "{\"lesions\":{}}",
                "{\"spread\":\"<b>\"}",
                "{\"allListed\":\"yes\"}",
                "{\"resectability\":\"absent\"}"
            })
    void what_is_no_change_is_refused(String changes) {
        Response answer = ask(Example.request(PATIENT), changes);
        assertEquals(400, answer.statusCode(), changes);
        assertTrue(answer.jsonPath().getString("issue[0].details.text").startsWith("changes may have"));
    }

    @Test
    void what_would_be_fetched_cannot_be_changed() {
        String request = Example.request(PATIENT).replaceAll("\"prefetch\":.*", "\"prefetch\":{}}");
        assertEquals(400, ask(request, "{\"spread\":\"present\"}").statusCode());
        assertEquals(400, ask("{}", "{}").statusCode());
        assertEquals(
                404,
                given().contentType(ContentType.JSON)
                        .body("{}")
                        .post("/demo/what-if/nothing")
                        .statusCode());
        assertEquals(405, given().get("/demo/what-if/liver-cancer-patient-view").statusCode());
    }

    /** Whatever the explanation can say in a key has words. */
    @Test
    void every_key_has_words() {
        Map<String, String> words = given().get("/demo/words").jsonPath().getMap("phrases");
        Stream<String> keys = Stream.of(
                        camel("explain.reason.", Fact.Reason.values()),
                        camel("explain.role.", JudgedRule.Role.values()),
                        camel("explain.aside.", Ledger.Why.values()),
                        plain("explain.state.", KeyState.values()),
                        plain("explain.problem.", FetchProblem.values()),
                        Stream.of(KeySource.values())
                                .map(one -> "explain.origin." + one.name().toLowerCase(Locale.ROOT)),
                        Stream.of(PrefetchKey.values()).map(one -> "explain.key." + one.key()),
                        Stream.of(DiseaseKind.values()).map(one -> "explain.kind." + one.code()),
                        Stream.of(Silence.values()).map(one -> "explain.silence." + one.code()))
                .flatMap(some -> some);
        assertEquals(List.of(), keys.filter(key -> !words.containsKey(key)).toList());
        assertFalse(given().get("/demo/words")
                .jsonPath()
                .getString("topics.ablation")
                .isEmpty());
    }

    private static Stream<String> plain(String prefix, Enum<?>[] constants) {
        return Stream.of(constants).map(constant -> prefix + constant.name());
    }

    private static Stream<String> camel(String prefix, Enum<?>[] constants) {
        return Stream.of(constants).map(constant -> {
            StringBuilder key = new StringBuilder(prefix);
            for (String word : constant.name().toLowerCase(Locale.ROOT).split("_")) {
                key.append(
                        key.length() == prefix.length()
                                ? word
                                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
            }
            return key.toString();
        });
    }

    private static List<List<String>> lesions(String patient) {
        return explain(Example.request(patient)).getList("explanation.lesions.evidence.reference");
    }

    private static String lesion(List<String> references) {
        return "{\"references\":[\"%s\"]}".formatted(String.join("\",\"", references));
    }

    private static String lesion(List<String> references, String centimetres) {
        return lesion(references).replace("]}", "],\"centimetres\":\"" + centimetres + "\"}");
    }

    private static List<String> topics(String patient, String changes) {
        return Example.answer(amended(patient, changes)).getList(TOPICS);
    }

    private static boolean evaluatedInFull(String request) {
        return Example.answer(request).getString(Example.EVALUATION + "status").equals("evaluated");
    }

    private static String fact(String request, String fact) {
        return explain(request).getString("explanation.facts.find { it.fact == '" + fact + "' }.value");
    }

    private static JsonPath explain(String request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/explain/liver-cancer-patient-view")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String amended(String patient, String changes) {
        return ask(Example.request(patient), changes)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static Response ask(String request, String changes) {
        return given().contentType(ContentType.JSON)
                .body("{\"request\":" + request + ",\"changes\":" + changes + "}")
                .post("/demo/what-if/liver-cancer-patient-view");
    }
}
