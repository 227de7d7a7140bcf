package org.livercds.cli.selfcheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** What has no value, and should have been left out. */
final class Emptiness {

    private Emptiness() {}

    /**
     * Where the first one is.
     *
     * @param allowed the one member at the root that may be an empty array
     */
    static Optional<String> in(JsonNode root, String allowed) {
        return members(root, "", allowed);
    }

    private static Optional<String> below(JsonNode node, String path) {
        if (node.isNull() || node.isTextual() && node.asText().isEmpty() || node.isContainerNode() && node.isEmpty()) {
            return Optional.of(path + " is " + node);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                Optional<String> found = below(node.get(i), path + "[" + i + "]");
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return node.isObject() ? members(node, path + ".", "") : Optional.empty();
    }

    private static Optional<String> members(JsonNode node, String prefix, String allowed) {
        Iterator<Map.Entry<String, JsonNode>> members = node.properties().iterator();
        while (members.hasNext()) {
            Map.Entry<String, JsonNode> member = members.next();
            boolean mayBeEmpty = member.getKey().equals(allowed)
                    && member.getValue().isArray()
                    && member.getValue().isEmpty();
            Optional<String> found = mayBeEmpty ? Optional.empty() : below(member.getValue(), prefix + member.getKey());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
