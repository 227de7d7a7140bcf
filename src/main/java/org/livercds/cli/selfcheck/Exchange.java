package org.livercds.cli.selfcheck;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.livercds.outbound.ToolCalls;

/**
 * A call and what came of it.
 *
 * @param status 0 where nothing came
 * @param headers by name, in small letters
 * @param failure why nothing came
 */
record Exchange(Call call, int status, Map<String, List<String>> headers, byte[] body, Duration took, String failure) {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static Exchange answered(Call call, ToolCalls.Answer answer) {
        return new Exchange(call, answer.status(), answer.headers(), answer.body(), answer.took(), "");
    }

    static Exchange failed(Call call, Exception failure) {
        String message = failure.getMessage();
        String said = message == null ? failure.getClass().getSimpleName() : message;
        return new Exchange(call, 0, Map.of(), new byte[0], Duration.ZERO, said);
    }

    boolean isAnswered() {
        return status > 0;
    }

    /** The class of its status: 2 for 200. */
    boolean isOf(int hundred) {
        return status / 100 == hundred;
    }

    String header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), headers.get(name));
        return values == null ? "" : String.join(", ", values);
    }

    boolean isJsonType() {
        String type = header("Content-Type").toLowerCase(Locale.ROOT);
        return type.startsWith("application/json") || type.startsWith("application/fhir+json");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Missing where it is no strict JSON. */
    JsonNode json() {
        try {
            JsonNode tree = STRICT.readTree(body);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (IOException malformed) {
            return MissingNode.getInstance();
        }
    }

    /** For the report. */
    String line() {
        if (!isAnswered()) {
            return "no answer: " + failure;
        }
        String type = header("Content-Type");
        String shown = body.length == 0 ? "an empty body" : text();
        return status + (type.isEmpty() ? "" : " " + type) + ": " + Printable.line(shown, 200);
    }
}
