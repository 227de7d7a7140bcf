package org.livercds.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An EHR that calls the running service. What it sends has an answer with cards, as long as nothing is changed in it. */
final class Ehr {

    static final List<String> HOOKS = List.of("patient-view", "order-select", "order-sign");

    private static final Map<String, byte[]> READY = new ConcurrentHashMap<>();

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Ehr() {}

    /** A call of the hook about a patient with four metastases; on the order hooks an ablation is ordered. */
    static ObjectNode request(String hook) {
        return hook.equals("patient-view") ? demo("four-metastases") : ordering("four-metastases", hook, "ablation");
    }

    static ObjectNode ordering(String patient, String hook, String order) {
        return demo(patient + "/" + hook + "/" + order);
    }

    /** A fresh copy of a ready request, which is the same all day. */
    static ObjectNode demo(String path) {
        return (ObjectNode) json(READY.computeIfAbsent(path, asked -> found(Http.get("/demo/requests/" + asked))));
    }

    static String service(String hook) {
        return "/cds-services/liver-cancer-" + hook;
    }

    static Http.Reply post(String hook, JsonNode request) {
        return post(hook, request.toString());
    }

    static Http.Reply post(String hook, String body) {
        return Http.post(service(hook), "application/json", body.getBytes(UTF_8));
    }

    static JsonNode answer(String hook, JsonNode request) {
        return json(found(post(hook, request)));
    }

    static void assertStatus(int status, Http.Reply reply) {
        assertEquals(status, reply.status(), () -> new String(reply.body(), UTF_8));
    }

    private static byte[] found(Http.Reply reply) {
        assertStatus(200, reply);
        return reply.body();
    }

    /** What a clinician would read, and what was evaluated: everything but ids and drafts. */
    static List<String> advice(JsonNode answer) {
        Stream<String> cards = elements(answer.path("cards"))
                .map(card -> card.at("/source/topic/code").asText() + ": "
                        + card.path("summary").asText() + "\n"
                        + card.path("detail").asText());
        JsonNode evaluation = evaluation(answer);
        return Stream.concat(
                        Stream.of(
                                evaluation.path("status").asText(),
                                evaluation.path("reason").asText(),
                                evaluation.path("recommendations").toString()),
                        cards)
                .toList();
    }

    static List<String> advice(String hook, JsonNode request) {
        return advice(answer(hook, request));
    }

    static JsonNode evaluation(JsonNode answer) {
        return answer.path("extension").path("org.livercds.evaluation");
    }

    static String reason(JsonNode answer) {
        return evaluation(answer).path("reason").asText();
    }

    static String state(JsonNode answer, String key) {
        return elements(evaluation(answer).path("data"))
                .filter(report -> report.path("key").asText().equals(key))
                .map(report -> report.path("state").asText())
                .findFirst()
                .orElseThrow();
    }

    static ObjectNode object(JsonNode parent, String field) {
        return (ObjectNode) parent.path(field);
    }

    static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** Standard JSON and nothing else: no comments, no trailing commas, no name twice. */
    static JsonNode json(byte[] text) {
        try {
            return STRICT.readTree(text);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    static JsonNode json(String text) {
        return json(text.getBytes(UTF_8));
    }
}
