package org.livercds.hooks;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One tree of a body of Jackson's tokens, in one pass: each member once, numbers exact, text Unicode, and without the
 * narrative of resources ({@code text.div}), which no rule reads and which is most of what EHRs send.
 */
final class JsonTree {

    static final String NARRATIVE = "div";
    private static final int USUAL_ELEMENTS = 2;
    private static final int MOST_DIGITS = 60;
    private static final BigDecimal TOO_LARGE = new BigDecimal("1E+" + MOST_DIGITS);
    private static final BigDecimal TOO_SMALL = new BigDecimal("1E-" + MOST_DIGITS);
    private static final Pattern HALF_A_CHARACTER = Pattern.compile("\\p{Cs}");

    private final JsonParser parser;
    private final boolean halves;
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;
    private final OpenMembers open = new OpenMembers();

    /** @param halves the body may hold halves of characters */
    private JsonTree(JsonParser parser, boolean halves) {
        this.parser = parser;
        this.halves = halves;
    }

    /** @param body what the parser reads */
    static ObjectNode read(JsonParser parser, byte[] body) throws IOException {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            throw new JsonParseException(parser, "no object");
        }
        ObjectNode tree = new JsonTree(parser, mayHoldHalves(body)).object("");
        if (parser.nextToken() != null) {
            throw new JsonParseException(parser, "more than one");
        }
        return tree;
    }

    /** The only ways to write one in UTF-8: the escape of a surrogate, and its three bytes. */
    private static boolean mayHoldHalves(byte[] body) {
        if (isWide(body)) {
            return true;
        }
        int words = body.length & -Long.BYTES;
        for (int i = 0; i < words; i += Long.BYTES) {
            if (!EightBytes.holdsNoHalves(EightBytes.at(body, i)) && mayHoldHalves(body, i, i + Long.BYTES)) {
                return true;
            }
        }
        return mayHoldHalves(body, words, body.length);
    }

    private static boolean mayHoldHalves(byte[] body, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean escaped =
                    body[i] == '\\' && i + 2 < body.length && body[i + 1] == 'u' && (body[i + 2] | ' ') == 'd';
            if (escaped || body[i] == (byte) 0xED) {
                return true;
            }
        }
        return false;
    }

    /** In UTF-16 or UTF-32, with or without a mark: the first character of JSON has a zero byte there. */
    private static boolean isWide(byte[] body) {
        return body.length < 2 || body[0] == 0 || body[1] == 0 || (body[0] & 0xFE) == 0xFE;
    }

    /** @param name under which it stands */
    private ObjectNode object(String name) throws IOException {
        boolean narrative = name.equals("text");
        Map<String, JsonNode> members = members(narrative);
        if (narrative) {
            members.remove(NARRATIVE);
        }
        return new ObjectNode(nodes, members);
    }

    private Map<String, JsonNode> members(boolean narrative) throws IOException {
        int from = open.top();
        for (String member = parser.nextFieldName(); member != null; member = parser.nextFieldName()) {
            if (open.isFull(from)) {
                return more(member, narrative, open.take(from));
            }
            requireOnce(!open.has(from, requireWhole(member)));
            open.set(open.add(member), valueOf(member, narrative));
        }
        return open.take(from);
    }

    /** The same where there are many. */
    private Map<String, JsonNode> more(String first, boolean narrative, FewMembers few) throws IOException {
        Map<String, JsonNode> members = new LinkedHashMap<>(few);
        for (String member = first; member != null; member = parser.nextFieldName()) {
            requireOnce(members.put(requireWhole(member), valueOf(member, narrative)) == null);
        }
        return members;
    }

    private JsonNode valueOf(String name, boolean narrative) throws IOException {
        JsonToken token = parser.nextToken();
        boolean unread = narrative && token == JsonToken.VALUE_STRING && name.equals(NARRATIVE);
        return unread ? nodes.nullNode() : value(token, name);
    }

    private void requireOnce(boolean once) throws IOException {
        if (!once) {
            throw new JsonParseException(parser, "a member twice");
        }
    }

    private ArrayNode array() throws IOException {
        ArrayNode array = nodes.arrayNode(USUAL_ELEMENTS);
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(token, ""));
        }
        return array;
    }

    private JsonNode value(JsonToken token, String name) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(name);
            case START_ARRAY -> array();
            case VALUE_STRING -> nodes.textNode(halves ? withoutHalves(parser.getText()) : parser.getText());
            case VALUE_NUMBER_INT -> whole();
            case VALUE_NUMBER_FLOAT -> DecimalNode.valueOf(sensible(parser.getDecimalValue()));
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            case VALUE_NULL -> nodes.nullNode();
            default -> throw new JsonParseException(parser, "no value");
        };
    }

    private ValueNode whole() throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> nodes.numberNode(parser.getIntValue());
            case LONG -> nodes.numberNode(parser.getLongValue());
            default -> nodes.numberNode(parser.getBigIntegerValue());
        };
    }

    private String requireWhole(String name) throws IOException {
        if (halves && HALF_A_CHARACTER.matcher(name).find()) {
            throw new JsonParseException(parser, "a name with half a character");
        }
        return name;
    }

    /** Half a character, which is what clients leave that cut texts short, cannot be written again. */
    private static String withoutHalves(String text) {
        return HALF_A_CHARACTER.matcher(text).replaceAll("\uFFFD");
    }

    /**
     * No number of a chart has so many digits, and arithmetic with it, even printing it, could take for ever. It is
     * replaced by one that is as senseless and harmless: far too large, or far too small.
     */
    private static BigDecimal sensible(BigDecimal number) {
        if (Math.abs((long) number.scale()) <= MOST_DIGITS) {
            return number;
        }
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal harmless = number.scale() < 0 ? TOO_LARGE : TOO_SMALL;
        return number.signum() < 0 ? harmless.negate() : harmless;
    }
}
