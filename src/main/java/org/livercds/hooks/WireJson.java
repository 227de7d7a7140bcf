package org.livercds.hooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.TokenFilter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reads what clients send into one tree, and writes answers. Strict: no duplicate keys, nothing after the end, bounded
 * depth, numbers and strings; numbers stay exact. The narrative of resources ({@code text.div}) is dropped while
 * reading: no rule reads it, and it is most of the cost.
 */
public final class WireJson {

    private static final int DEEPEST = 100;
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_STRING = 1_000_000;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(LONGEST_STRING)
                    .build())
            .build();

    private static final ObjectMapper MAPPER = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .build();

    private WireJson() {}

    public static HookRequest readRequest(byte[] body) {
        return HookRequest.of(readObject(body));
    }

    public static ObjectNode readObject(byte[] body) {
        try (JsonParser all = FACTORY.createParser(body);
                JsonParser withoutNarrative = new FilteringParserDelegate(
                        all, new NarrativeFilter(false), TokenFilter.Inclusion.INCLUDE_ALL_AND_PATH, true)) {
            JsonNode tree = MAPPER.readTree(withoutNarrative);
            if (tree instanceof ObjectNode object && all.nextToken() == null) {
                return object;
            }
            throw new RefusedException(Refusal.NOT_JSON);
        } catch (IOException malformed) {
            throw new RefusedException(Refusal.NOT_JSON);
        }
    }

    public static byte[] write(Object answer) {
        try {
            return MAPPER.writeValueAsBytes(answer);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Lets everything through but a {@code div} inside an object named {@code text}. */
    private static final class NarrativeFilter extends TokenFilter {

        private static final NarrativeFilter IN_TEXT = new NarrativeFilter(true);
        private static final NarrativeFilter ELSEWHERE = new NarrativeFilter(false);

        private final boolean inText;

        private NarrativeFilter(boolean inText) {
            this.inText = inText;
        }

        @Override
        public TokenFilter includeProperty(String name) {
            if (inText && name.equals("div")) {
                return null;
            }
            return name.equals("text") ? IN_TEXT : ELSEWHERE;
        }

        @Override
        public TokenFilter includeElement(int index) {
            return ELSEWHERE;
        }

        @Override
        public boolean includeEmptyArray(boolean contentsFiltered) {
            return true;
        }

        @Override
        public boolean includeEmptyObject(boolean contentsFiltered) {
            return true;
        }

        @Override
        protected boolean _includeScalar() {
            return true;
        }
    }
}
