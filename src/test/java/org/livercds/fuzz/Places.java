package org.livercds.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The places of a JSON document, as JSON pointers. No name in the examples needs an escape. */
final class Places {

    private Places() {}

    /** All below the root. */
    static List<String> of(JsonNode root) {
        List<String> places = new ArrayList<>();
        collect(root, "", places);
        return places;
    }

    private static void collect(JsonNode node, String pointer, List<String> places) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                String place = pointer + "/" + member.getKey();
                places.add(place);
                collect(member.getValue(), place, places);
            });
        }
        for (int i = 0; node instanceof ArrayNode && i < node.size(); i++) {
            places.add(pointer + "/" + i);
            collect(node.get(i), pointer + "/" + i, places);
        }
    }

    /** All texts but the names of types. */
    static Stream<String> texts(JsonNode root) {
        return of(root).stream()
                .filter(place -> !place.endsWith("/resourceType"))
                .map(root::at)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }

    /** The same for every element of a list. */
    static String general(String place) {
        return place.replaceAll("/\\d+(?=/|$)", "/*");
    }

    static String parent(String place) {
        return place.substring(0, place.lastIndexOf('/'));
    }

    static String name(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }

    static void set(ObjectNode root, String place, JsonNode value) {
        JsonNode parent = root.at(parent(place));
        if (parent instanceof ObjectNode object) {
            object.set(name(place), value);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name(place)), value);
        }
    }

    static void remove(ObjectNode root, String place) {
        JsonNode parent = root.at(parent(place));
        if (parent instanceof ObjectNode object) {
            object.remove(name(place));
        } else {
            ((ArrayNode) parent).remove(Integer.parseInt(name(place)));
        }
    }
}
