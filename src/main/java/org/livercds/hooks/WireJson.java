package org.livercds.hooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

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
            .nodeFactory(new SensibleNodes())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .build();

    private WireJson() {}

    public static HookRequest readRequest(byte[] body) {
        return HookRequest.of(readObject(body));
    }

    public static ObjectNode readObject(byte[] body) {
        try (JsonParser parser = new WithoutNarrative(FACTORY.createParser(body))) {
            JsonNode tree = MAPPER.readTree(parser);
            if (tree instanceof ObjectNode object && parser.nextToken() == null) {
                return object;
            }
            throw new RefusedException(Refusal.NOT_JSON);
        } catch (IOException | NumberFormatException malformed) {
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

    /**
     * No number of a chart has so many digits, and arithmetic with it, even printing it, could take for ever. It is
     * replaced by one that is as senseless and harmless: far too large, or far too small. Half a character, which is what
     * clients leave that cut texts short, cannot be written again, and becomes the sign for an unknown one.
     */
    private static final class SensibleNodes extends JsonNodeFactory {

        private static final long serialVersionUID = 1L;
        private static final int MOST_DIGITS = 60;
        private static final BigDecimal TOO_LARGE = new BigDecimal("1E+" + MOST_DIGITS);
        private static final BigDecimal TOO_SMALL = new BigDecimal("1E-" + MOST_DIGITS);

        @Override
        public ValueNode numberNode(BigDecimal number) {
            if (Math.abs((long) number.scale()) <= MOST_DIGITS) {
                return super.numberNode(number);
            }
            if (number.signum() == 0) {
                return super.numberNode(BigDecimal.ZERO);
            }
            BigDecimal harmless = number.scale() < 0 ? TOO_LARGE : TOO_SMALL;
            return super.numberNode(number.signum() < 0 ? harmless.negate() : harmless);
        }

        @Override
        public TextNode textNode(String text) {
            return super.textNode(
                    text == null ? null : HALF_A_CHARACTER.matcher(text).replaceAll("\uFFFD"));
        }
    }

    private static final Pattern HALF_A_CHARACTER = Pattern.compile("\\p{Cs}");

    /** Passes over every {@code div} inside an object named {@code text}. */
    private static final class WithoutNarrative extends JsonParserDelegate {

        private WithoutNarrative(JsonParser all) {
            super(all);
        }

        @Override
        public JsonToken nextToken() throws IOException {
            JsonToken token = delegate.nextToken();
            while (token == JsonToken.FIELD_NAME && isNarrative()) {
                delegate.nextToken();
                delegate.skipChildren();
                token = delegate.nextToken();
            }
            if (token == JsonToken.FIELD_NAME
                    && HALF_A_CHARACTER.matcher(delegate.currentName()).find()) {
                throw new RefusedException(Refusal.NOT_JSON);
            }
            return token;
        }

        @Override
        public String nextFieldName() throws IOException {
            return nextToken() == JsonToken.FIELD_NAME ? currentName() : null;
        }

        private boolean isNarrative() throws IOException {
            JsonStreamContext outer = delegate.getParsingContext().getParent();
            return "div".equals(delegate.currentName()) && outer != null && "text".equals(outer.getCurrentName());
        }
    }
}
