package org.livercds.hooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reads what clients send into one tree, and writes answers. Strict: no duplicate keys, nothing after the end, bounded
 * depth, numbers and strings; numbers stay exact, and text is Unicode. The narrative of resources ({@code text.div}) is dropped while
 * reading: no rule reads it, and it is most of the cost.
 */
public final class WireJson {

    private static final int DEEPEST = 100;
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_STRING = 1_000_000;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(LONGEST_STRING)
                    .build())
            .build();

    private static final ObjectMapper MAPPER = JsonMapper.builder(FACTORY)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .build();

    private WireJson() {}

    public static HookRequest readRequest(byte[] body) {
        return HookRequest.of(readOnce(body));
    }

    /** Of what nobody amends afterwards: a value that the body repeats may stand in each of its places as one node. */
    public static ObjectNode readOnce(byte[] body) {
        return PlainTree.shared(body).orElseGet(() -> readAny(body));
    }

    /** Each node in one place. */
    public static ObjectNode readObject(byte[] body) {
        return PlainTree.of(body).orElseGet(() -> readAny(body));
    }

    /** By Jackson. */
    static ObjectNode readAny(byte[] body) {
        try (JsonParser parser = FACTORY.createParser(body)) {
            return JsonTree.read(parser, body);
        } catch (IOException | NumberFormatException malformed) {
            throw new RefusedException(Refusal.NOT_JSON);
        }
    }

    /** For who needs little of a text that may be large; it reads as strictly, but knows nothing of members twice. */
    public static JsonParser parser(byte[] text, int from, int length) throws IOException {
        return FACTORY.createParser(text, from, length);
    }

    public static byte[] write(Object answer) {
        try {
            return MAPPER.writeValueAsBytes(answer);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
