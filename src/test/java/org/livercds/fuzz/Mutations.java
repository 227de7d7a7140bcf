package org.livercds.fuzz;

import static org.livercds.fuzz.Mutation.Kind.DROP;
import static org.livercds.fuzz.Mutation.Kind.DUPLICATE;
import static org.livercds.fuzz.Mutation.Kind.NULL;
import static org.livercds.fuzz.Mutation.Kind.RETYPE;
import static org.livercds.fuzz.Mutation.Kind.SWAP;
import static org.livercds.fuzz.Mutation.Kind.TRUNCATE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.livercds.hooks.WireJson;

/** Every change of a request that is tried, by place. Changes of values stand in {@link ValueMutations}. */
final class Mutations {

    /** Text that is in no example, and that would do harm where it is shown. */
    static final String MARK = "Zq4711<img src=x onerror=alert(1)>](http://zq4711.example)\u202e\r\nZq4711";

    private static final String PLACE_HOLDER = "@zq4711@";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final Map<String, JsonNode> OTHER_TYPES = Map.of(
            "text", NODES.textNode(MARK),
            "number", NODES.numberNode(7),
            "true", NODES.booleanNode(true),
            "object", NODES.objectNode(),
            "array", NODES.arrayNode());

    private Mutations() {}

    static Stream<Mutation> of(ObjectNode request) {
        return Places.of(request).stream().flatMap(place -> at(request, place));
    }

    private static Stream<Mutation> at(ObjectNode request, String place) {
        JsonNode node = request.at(place);
        List<Mutation> all = new ArrayList<>();
        all.add(Mutation.of(DROP, place, "", Places::remove));
        all.add(Mutation.of(NULL, place, "", (root, at) -> Places.set(root, at, NODES.nullNode())));
        retyped(place, node, all);
        swapped(request, place, all);
        all.add(new Mutation(TRUNCATE, place, "body", root -> cutBefore(root, place)));
        if (request.at(Places.parent(place)) instanceof ObjectNode) {
            all.add(new Mutation(DUPLICATE, place, "key", root -> withSecond(root, place, node)));
            all.add(new Mutation(DUPLICATE, place, "key, null", root -> withSecond(root, place, NODES.nullNode())));
        } else {
            all.add(Mutation.of(DUPLICATE, place, "element", Mutations::repeat));
        }
        if (node instanceof ArrayNode array && array.size() > 1) {
            all.add(Mutation.of(TRUNCATE, place, "list", (root, at) -> halve((ArrayNode) root.at(at))));
        }
        return Stream.concat(all.stream(), ValueMutations.of(place, node));
    }

    private static void retyped(String place, JsonNode node, List<Mutation> all) {
        OTHER_TYPES.forEach((type, other) -> {
            if (node.isTextual() || other.getNodeType() != node.getNodeType()) {
                all.add(Mutation.of(RETYPE, place, type, (root, at) -> Places.set(root, at, other.deepCopy())));
            }
        });
        all.add(Mutation.of(RETYPE, place, "listed", (root, at) -> {
            JsonNode value = root.at(at);
            Places.set(root, at, NODES.arrayNode().add(value));
        }));
        if (node.size() == 1 || node.isArray() && !node.isEmpty()) {
            all.add(Mutation.of(
                    RETYPE,
                    place,
                    "unwrapped",
                    (root, at) ->
                            Places.set(root, at, root.at(at).elements().next().deepCopy())));
        }
        if (node.isNumber() || node.isBoolean()) {
            all.add(Mutation.of(RETYPE, place, "quoted", (root, at) -> Places.set(root, at, quoted(root.at(at)))));
        }
    }

    private static JsonNode quoted(JsonNode value) {
        return NODES.textNode(value.asText());
    }

    /** With the next field of the object or element of the list, and with the same field of the next element. */
    private static void swapped(ObjectNode request, String place, List<Mutation> all) {
        List<String> siblings = new ArrayList<>();
        request.at(Places.parent(place)).fieldNames().forEachRemaining(siblings::add);
        int next = siblings.indexOf(Places.name(place)) + 1;
        if (next > 0 && siblings.size() > 1) {
            String other = Places.parent(place) + "/" + siblings.get(next % siblings.size());
            all.add(Mutation.of(SWAP, place, "with field " + Places.name(other), (root, at) -> swap(root, at, other)));
        }
        String[] steps = place.split("/");
        for (int i = steps.length - 1; i > 0; i--) {
            if (steps[i].matches("\\d+")) {
                String[] moved = steps.clone();
                moved[i] = String.valueOf(Integer.parseInt(steps[i]) + 1);
                String other = String.join("/", moved);
                if (!request.at(other).isMissingNode()) {
                    all.add(Mutation.of(
                            SWAP, place, "with element " + (i - steps.length), (root, at) -> swap(root, at, other)));
                }
            }
        }
    }

    private static void swap(ObjectNode root, String one, String other) {
        JsonNode first = root.at(one).deepCopy();
        JsonNode second = root.at(other).deepCopy();
        Places.set(root, one, second);
        Places.set(root, other, first);
    }

    private static void repeat(ObjectNode root, String place) {
        ArrayNode list = (ArrayNode) root.at(Places.parent(place));
        list.add(root.at(place).deepCopy());
    }

    private static void halve(ArrayNode list) {
        for (int most = list.size() / 2; list.size() > most; ) {
            list.remove(most);
        }
    }

    private static byte[] cutBefore(ObjectNode request, String place) {
        ObjectNode marked = request.deepCopy();
        Places.set(marked, place, NODES.textNode(PLACE_HOLDER));
        byte[] body = WireJson.write(marked);
        return Arrays.copyOf(body, text(body).indexOf(PLACE_HOLDER));
    }

    /** The key of an object a second time, which only text can have. */
    private static byte[] withSecond(ObjectNode request, String place, JsonNode value) {
        ObjectNode marked = request.deepCopy();
        ((ObjectNode) marked.at(Places.parent(place))).set(PLACE_HOLDER, value);
        byte[] body = WireJson.write(marked);
        return text(body).replace(PLACE_HOLDER, Places.name(place)).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One character for each byte. */
    private static String text(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1);
    }
}
