package org.livercds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Questions to a resource before it is parsed. */
final class RawJson {

    private static final Set<String> MODIFIERS = Set.of("modifierExtension", "implicitRules");

    private RawJson() {}

    /** The elements of an array; one object where an array belongs counts as an array of one. */
    static Stream<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(each(node).spliterator(), false);
    }

    /** The same, to go through them. */
    static Iterable<JsonNode> each(JsonNode node) {
        return node.isArray() ? node : List.of(node);
    }

    /** How many {@link #at} knows: of what is not there, none. */
    static int count(JsonNode node) {
        return node.isArray() ? node.size() : node.isMissingNode() ? 0 : 1;
    }

    /** One of them: what is no array is its own only one. */
    static JsonNode at(JsonNode node, int place) {
        return node.isArray() ? node.get(place) : node;
    }

    /**
     * Somewhere in it, also in what it contains, stands what changes the meaning of the rest: a modifier extension, or
     * rules that have to be known. FHIR forbids to read on as if they were not there, and none is known here.
     */
    static boolean isModified(JsonNode node) {
        return isModifiedAround("", node);
    }

    /** The same of what stands around a member, whatever is in that. */
    static boolean isModifiedAround(String member, JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                String name = entry.getKey();
                JsonNode value = entry.getValue();
                if (MODIFIERS.contains(name) && isGiven(value)
                        || value.isContainerNode() && !name.equals(member) && isModified(value)) {
                    return true;
                }
            }
            return false;
        }
        for (JsonNode element : node) {
            if (element.isContainerNode() && isModified(element)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isGiven(JsonNode member) {
        boolean nothing = member.isNull() || member.isContainerNode() && member.isEmpty();
        return !nothing;
    }

    /** Some clients send empty text for "nothing"; FHIR knows no empty text. */
    static ObjectNode withoutEmptyStrings(ObjectNode object) {
        Iterator<JsonNode> members = object.iterator();
        while (members.hasNext()) {
            JsonNode member = members.next();
            if (member.isTextual() && member.textValue().isEmpty()) {
                members.remove();
            } else if (member.isContainerNode()) {
                for (JsonNode child : each(member)) {
                    if (child instanceof ObjectNode inner) {
                        withoutEmptyStrings(inner);
                    }
                }
            }
        }
        return object;
    }
}
