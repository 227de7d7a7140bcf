package org.livercds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Questions to a resource before it is parsed. */
final class RawJson {

    private RawJson() {}

    /** The elements of an array; one object where an array belongs counts as an array of one. */
    static Stream<JsonNode> elements(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
    }

    /** Somewhere in it stands an extension that changes the meaning of what it belongs to. */
    static boolean hasModifier(JsonNode node) {
        if (node.isContainerNode()) {
            if (!node.path("modifierExtension").isEmpty()) {
                return true;
            }
            for (JsonNode child : node) {
                if (hasModifier(child)) {
                    return true;
                }
            }
        }
        return false;
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
