package org.livercds.bulkdata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** An answer of the service as the columns that the table of a silent run has. */
final class AnswerRow {

    private static final Set<String> WHOLE = Set.of("DATA", "EMPTY", "NULL");

    private AnswerRow() {}

    static Map<String, String> of(JsonNode answer) {
        JsonNode evaluation = answer.path("extension").path("org.livercds.evaluation");
        JsonNode keys = evaluation.path("data");
        Map<String, String> row = new TreeMap<>();
        List.of("status", "reason", "diseaseKind")
                .forEach(column -> row.put(column, evaluation.path(column).asText()));
        row.put(
                "cards",
                words(
                        answer.path("cards"),
                        card -> card.path("source").path("topic").path("code").asText()));
        row.put("options", words(evaluation.path("recommendations"), offer -> pair(offer, "topic", "status")));
        row.put("cautions", words(evaluation.path("cautions"), JsonNode::asText));
        row.put("missing", words(evaluation.path("missing"), JsonNode::asText));
        row.put("unread", words(keys, key -> isWhole(key) ? "" : pair(key, "key", "state")));
        row.put("resources", sum(keys, "resources"));
        row.put("skipped", sum(keys, "skipped"));
        return row;
    }

    private static boolean isWhole(JsonNode key) {
        return WHOLE.contains(key.path("state").asText());
    }

    private static String pair(JsonNode node, String name, String value) {
        return node.path(name).asText() + "=" + node.path(value).asText();
    }

    private static String words(JsonNode list, Function<JsonNode, String> word) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(word)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String sum(JsonNode list, String number) {
        return Integer.toString(StreamSupport.stream(list.spliterator(), false)
                .mapToInt(key -> key.path(number).asInt())
                .sum());
    }
}
