package org.livercds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Questions to a resource before it is parsed. */
final class RawJson {

    private RawJson() {}

    /** The elements of an array; one object where an array belongs counts as an array of one. */
    static Stream<JsonNode> elements(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
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
        if (isGiven(node.path("modifierExtension")) || isGiven(node.path("implicitRules"))) {
            return true;
        }
        boolean among = false;
        for (JsonNode element : node.isArray() ? node : List.<JsonNode>of()) {
            among |= isModified(element);
        }
        return among
                || node.properties().stream()
                        .filter(entry -> !entry.getKey().equals(member))
                        .anyMatch(entry -> isModified(entry.getValue()));
    }

    private static boolean isGiven(JsonNode member) {
        boolean nothing = member.isMissingNode() || member.isNull() || member.isContainerNode() && member.isEmpty();
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
                elements(member)
                        .filter(ObjectNode.class::isInstance)
                        .forEach(child -> withoutEmptyStrings((ObjectNode) child));
            }
        }
        return object;
    }
}
