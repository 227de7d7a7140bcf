package org.livercds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.livercds.codes.Coding;
import org.livercds.codes.ValueSets;

/**
 * Writes beside each coding that is a site's own the codes for which it stands, wherever it is in a resource, before
 * anything else looks at it. The readers know standard codes only.
 */
record SiteCodings(ValueSets valueSets) {

    void translate(JsonNode json) {
        if (valueSets.hasSiteCodes()) {
            translateAll(json, Collections.newSetFromMap(new IdentityHashMap<>()));
        }
    }

    /** @param done what a request says in several places may stand there as one node */
    private void translateAll(JsonNode node, Set<JsonNode> done) {
        if (!done.add(node)) {
            return;
        }
        if (node instanceof ObjectNode object && object.path("coding").isContainerNode()) {
            object.set(
                    "coding", translated(RawJson.elements(object.path("coding")).toList()));
        }
        for (JsonNode child : node) {
            if (child.isContainerNode()) {
                translateAll(child, done);
            }
        }
    }

    private ArrayNode translated(List<JsonNode> codings) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode().addAll(codings);
        for (JsonNode coding : codings) {
            String system = coding.path("system").asText();
            String code = coding.path("code").asText();
            valueSets.targets(system, code).stream()
                    .filter(target -> codings.stream().noneMatch(known -> isSame(known, target)))
                    .forEach(target ->
                            all.addObject().put("system", target.system()).put("code", target.code()));
        }
        return all;
    }

    private static boolean isSame(JsonNode coding, Coding target) {
        return coding.path("system").asText().equals(target.system())
                && coding.path("code").asText().equals(target.code());
    }
}
