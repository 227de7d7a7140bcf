package org.livercds.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What came back, as the assertions of a file for Bruno see it. */
record BruAnswer(int status, JsonNode body) {

    private static final String BODY = "res.body";
    private static final Pattern STEP = Pattern.compile("\\.(\\w+)|\\[(\\d+)]|\\[\"([^\"]+)\"]");
    private static final ObjectMapper JSON = new ObjectMapper();

    static BruAnswer of(HttpResponse<String> response) {
        try {
            JsonNode body = response.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(response.body());
            return new BruAnswer(response.statusCode(), body);
        } catch (JsonProcessingException text) {
            return new BruAnswer(response.statusCode(), MissingNode.getInstance());
        }
    }

    /** @param place as in {@code res.body.cards[0].uuid} */
    JsonNode at(String place) {
        if (place.equals("res.status")) {
            return IntNode.valueOf(status);
        }
        assertTrue(place.startsWith(BODY), place);
        String path = place.substring(BODY.length());
        List<MatchResult> steps = STEP.matcher(path).results().toList();
        assertEquals(
                path.length(),
                steps.stream().mapToInt(step -> step.group().length()).sum(),
                place);
        JsonNode node = body;
        for (MatchResult step : steps) {
            node = next(node, step);
        }
        return node;
    }

    private static JsonNode next(JsonNode node, MatchResult step) {
        if (step.group(2) != null) {
            return node.path(Integer.parseInt(step.group(2)));
        }
        String name = step.group(1) == null ? step.group(3) : step.group(1);
        return node.isArray() && name.equals("length") ? IntNode.valueOf(node.size()) : node.path(name);
    }

    /** @param expected as in {@code eq 200} */
    void require(String place, String expected) {
        JsonNode found = at(place);
        String[] words = expected.split(" ", 2);
        String value = words.length == 1 ? "" : words[1];
        String said = place + " is " + found + " and not " + expected;
        switch (words[0]) {
            case "eq" -> assertEquals(value, found.asText(), said);
            case "gte" -> assertTrue(found.isNumber() && found.asInt() >= Integer.parseInt(value), said);
            case "contains" -> assertTrue(found.asText().contains(value), said);
            case "isString" -> assertTrue(found.isTextual(), said);
            case "isDefined" -> assertFalse(found.isMissingNode(), said);
            default -> throw new AssertionError("not known here: " + expected);
        }
    }
}
