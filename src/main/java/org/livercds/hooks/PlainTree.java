package org.livercds.hooks;

import static org.livercds.hooks.PlainScan.require;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.livercds.hooks.PlainScan.Name;
import org.livercds.hooks.PlainScan.NotPlainException;

/**
 * The tree of a body as {@link JsonTree} makes it of Jackson's tokens, in less than half of the time, where the body is
 * written as machines write JSON. What is odd, and all that is wrong, is left to Jackson: numbers with exponents or many
 * digits, halves of characters, other encodings than UTF-8, great depth, a member twice.
 */
final class PlainTree {

    private static final int DEEPEST = 50;
    private static final int USUAL_ELEMENTS = 2;

    private final PlainScan scan;
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;
    private final OpenMembers open = new OpenMembers();
    private final Repeats[] repeats;
    private int depth;

    private PlainTree(PlainScan scan, Repeats[] repeats) {
        this.scan = scan;
        this.repeats = repeats;
    }

    /** Empty where Jackson has to look at it. */
    static Optional<ObjectNode> of(byte[] body) {
        return of(body, new Repeats[0]);
    }

    /** The same, with one object for what the body repeats. */
    static Optional<ObjectNode> shared(byte[] body) {
        return of(body, Repeats.ofABody());
    }

    private static Optional<ObjectNode> of(byte[] body, Repeats[] repeats) {
        try {
            return Optional.of(new PlainTree(new PlainScan(body), repeats).read());
        } catch (NotPlainException odd) {
            return Optional.empty();
        }
    }

    private ObjectNode read() {
        require(scan.next() == '{');
        ObjectNode tree = object("");
        scan.next();
        require(scan.isAtEnd());
        return tree;
    }

    /** @param name under which it stands */
    private ObjectNode object(String name) {
        boolean narrative = name.equals("text");
        Map<String, JsonNode> members = members(narrative);
        if (narrative) {
            members.remove(JsonTree.NARRATIVE);
        }
        return new ObjectNode(nodes, members);
    }

    private Map<String, JsonNode> members(boolean narrative) {
        int from = open.top();
        for (boolean more = begins('}'); more; more = goesOn('}')) {
            Name name = scan.name();
            if (open.isFull(from)) {
                return many(name, narrative, open.take(from));
            }
            require(!open.hasSame(from, name.text()));
            open.set(open.add(name.text()), valueOf(name, narrative));
        }
        return open.take(from);
    }

    /** The same where there are many. */
    private Map<String, JsonNode> many(Name first, boolean narrative, FewMembers few) {
        Map<String, JsonNode> members = new LinkedHashMap<>(few);
        require(members.put(first.text(), valueOf(first, narrative)) == null);
        while (goesOn('}')) {
            Name name = scan.name();
            require(members.put(name.text(), valueOf(name, narrative)) == null);
        }
        return members;
    }

    private JsonNode valueOf(Name name, boolean narrative) {
        int sign = scan.next();
        if (narrative && sign == '"' && name.text().equals(JsonTree.NARRATIVE)) {
            scan.skip();
            return nodes.nullNode();
        }
        boolean repeated = name.repeats() >= 0 && repeats.length > 0 && (sign == '{' || sign == '[');
        return repeated ? repeated(sign, name) : value(sign, name.text());
    }

    private JsonNode repeated(int sign, Name name) {
        Repeats before = repeats[name.repeats()];
        JsonNode same = scan.takeKnown(before);
        if (same != null) {
            return same;
        }
        int from = scan.place();
        JsonNode value = value(sign, name.text());
        before.keep(from, scan.place(), value);
        return value;
    }

    private ArrayNode array() {
        ArrayNode array = nodes.arrayNode(USUAL_ELEMENTS);
        for (boolean more = begins(']'); more; more = goesOn(']')) {
            array.add(value(scan.next(), ""));
        }
        return array;
    }

    private JsonNode value(int sign, String name) {
        return switch (sign) {
            case '{' -> object(name);
            case '[' -> array();
            case '"' -> scan.text();
            case 't' -> word("true", nodes.booleanNode(true));
            case 'f' -> word("false", nodes.booleanNode(false));
            case 'n' -> word("null", nodes.nullNode());
            default -> scan.number();
        };
    }

    private JsonNode word(String word, JsonNode value) {
        scan.take(word);
        return value;
    }

    /** Behind the sign that opens, whether there is an element. */
    private boolean begins(char end) {
        scan.take();
        if (scan.next() == end) {
            scan.take();
            return false;
        }
        require(++depth < DEEPEST);
        return true;
    }

    /** Behind an element, whether another follows. */
    private boolean goesOn(char end) {
        int sign = scan.next();
        scan.take();
        if (sign == ',') {
            return true;
        }
        require(sign == end);
        depth--;
        return false;
    }
}
