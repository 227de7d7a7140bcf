package org.livercds.web;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.livercds.service.DemoRequests;

/** Each prefetch key missing, empty or damaged in turn: never a failure, and never a firmer word than with all data. */
@QuarkusTest
class KeyStatesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> KEYS = List.of(
            "patient",
            "conditions",
            "observations",
            "labs",
            "procedures",
            "medications",
            "allergies",
            "bodyStructures");

    /** What stands in place of the value, and the state that it has. */
    private static final Map<String, String> DAMAGES = new TreeMap<>(Map.of(
            "\"<html>error</html>\"",
            "UNUSABLE",
            "42",
            "UNUSABLE",
            "[]",
            "UNUSABLE",
            "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"exception\"}]}",
            "ERROR",
            "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[{\"resource\":"
                    + "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"fatal\"}]}}]}",
            "ERROR"));

    static Stream<String> names() {
        return DemoRequests.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_key_that_could_not_be_read_is_never_taken_for_empty(String name) throws IOException {
        ObjectNode whole = request(name);
        Set<String> firm = firm(answer(whole));
        for (String key : KEYS) {
            ObjectNode without = whole.deepCopy();
            ((ObjectNode) without.path("prefetch")).remove(key);
            check(without, key, "ABSENT", firm);
            for (Map.Entry<String, String> damage : DAMAGES.entrySet()) {
                ObjectNode damaged = whole.deepCopy();
                ((ObjectNode) damaged.path("prefetch")).set(key, JSON.readTree(damage.getKey()));
                check(damaged, key, damage.getValue(), firm);
            }
        }
    }

    @Test
    void null_means_that_the_client_has_none() throws IOException {
        for (String key : List.of("labs", "procedures")) {
            ObjectNode request = request("three-metastases-under-3-cm");
            ((ObjectNode) request.path("prefetch")).putNull(key);
            JsonNode answer = answer(request);
            assertEquals("evaluated", evaluation(answer).path("status").asText());
            assertEquals("NULL", state(answer, key));
            assertEquals(Set.of("ablation"), firm(answer));
        }
    }

    @Test
    void further_pages_leave_the_count_open_and_cap_what_is_said() throws IOException {
        ObjectNode request = request("three-metastases-under-3-cm");
        ObjectNode observations = (ObjectNode) request.path("prefetch").path("observations");
        observations.putArray("link").addObject().put("relation", "next").put("url", "https://ehr.example.org/next");
        JsonNode answer = answer(request);
        assertEquals("incomplete", evaluation(answer).path("status").asText());
        assertEquals(Set.of(), firm(answer));
        assertTrue(evaluation(answer).path("missing").toString().contains("M-COUNT"));
        assertTrue(answer.path("cards").toString().contains("Could not be read in full: tumour findings"));
    }

    @Test
    void conditions_read_in_part_are_never_not_applicable() throws IOException {
        ObjectNode request = request("no-liver-disease");
        ((ObjectNode) request.path("prefetch").path("conditions")).put("total", 2);
        JsonNode answer = answer(request);
        assertEquals("incomplete", evaluation(answer).path("status").asText());
        assertEquals(0, answer.path("cards").size());
        assertFalse(evaluation(answer).has("reason"));
    }

    private static ObjectNode request(String name) throws IOException {
        return (ObjectNode) JSON.readTree(Example.request(name));
    }

    private static void check(JsonNode request, String key, String state, Set<String> firm) throws IOException {
        Response response = Example.post(request.toString());
        if (key.equals("conditions")) {
            assertEquals(412, response.statusCode());
            return;
        }
        assertEquals(200, response.statusCode());
        JsonNode answer = JSON.readTree(response.asByteArray());
        assertEquals(state, state(answer, key));
        assertTrue(firm.containsAll(firm(answer)), () -> key + " " + state + " made firm: " + firm(answer));
        String status = evaluation(answer).path("status").asText();
        assertTrue(Set.of("incomplete", "notApplicable").contains(status), status);
        JsonNode cards = answer.path("cards");
        if (!cards.isEmpty()) {
            String last = cards.path(cards.size() - 1).path("detail").asText();
            assertTrue(last.contains("Could not be read"), key);
        }
    }

    private static JsonNode answer(JsonNode request) throws IOException {
        Response response = Example.post(request.toString());
        assertEquals(200, response.statusCode());
        return JSON.readTree(response.asByteArray());
    }

    private static JsonNode evaluation(JsonNode answer) {
        return answer.path("extension").path("org.livercds.evaluation");
    }

    private static Set<String> firm(JsonNode answer) {
        return elements(evaluation(answer).path("recommendations"))
                .filter(offer -> offer.path("status").asText().equals("recommended"))
                .map(offer -> offer.path("topic").asText())
                .collect(toSet());
    }

    private static String state(JsonNode answer, String key) {
        return elements(evaluation(answer).path("data"))
                .filter(report -> report.path("key").asText().equals(key))
                .map(report -> report.path("state").asText())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
