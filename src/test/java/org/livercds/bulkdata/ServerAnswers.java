package org.livercds.bulkdata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a FHIR server would answer to prefetch queries about one patient. It shares no code with the service, so that what
 * both understand by a query is compared too.
 */
record ServerAnswers(List<ObjectNode> chart) {

    /** @param templates a query for each key, as they are published */
    ObjectNode prefetch(JsonNode templates) {
        ObjectNode prefetch = JsonNodeFactory.instance.objectNode();
        templates
                .properties()
                .forEach(key -> prefetch.set(key.getKey(), answer(key.getValue().asText())));
        return prefetch;
    }

    private JsonNode answer(String query) {
        String[] parts = query.split("\\?", 2);
        return parts.length == 2 ? search(parts[0], parameters(parts[1])) : read(query.split("/")[0]);
    }

    private JsonNode read(String type) {
        return all(type).findFirst().map(JsonNode.class::cast).orElse(JsonNodeFactory.instance.nullNode());
    }

    private ObjectNode search(String type, Map<String, String> parameters) {
        Set<String> codes = Set.of(parameters.getOrDefault("code", "").split(","));
        long most = Long.parseLong(parameters.getOrDefault("_count", "100000"));
        List<ObjectNode> matches = all(type)
                .filter(resource -> !parameters.containsKey("code") || has(resource, codes))
                .sorted(order(parameters.getOrDefault("_sort", "")))
                .toList();
        ObjectNode bundle = JsonNodeFactory.instance.objectNode();
        bundle.put("resourceType", "Bundle").put("type", "searchset").put("total", matches.size());
        if (!matches.isEmpty()) {
            ArrayNode entries = bundle.putArray("entry");
            matches.stream().limit(most).forEach(match -> entries.addObject().set("resource", match));
        }
        return bundle;
    }

    private static Comparator<ObjectNode> order(String sort) {
        Comparator<ObjectNode> byDate = Comparator.comparing(
                resource -> resource.path("effectiveDateTime").asText());
        return sort.equals("-date") ? byDate.reversed() : (one, other) -> 0;
    }

    private static boolean has(ObjectNode resource, Set<String> codes) {
        return StreamSupport.stream(resource.path("code").path("coding").spliterator(), false)
                .map(coding -> coding.path("system").asText() + "|"
                        + coding.path("code").asText())
                .anyMatch(token -> codes.contains(token) || codes.contains(token.replaceAll("\\|.*", "|")));
    }

    private Stream<ObjectNode> all(String type) {
        return chart.stream()
                .filter(resource -> resource.path("resourceType").asText().equals(type));
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new TreeMap<>();
        Arrays.stream(query.split("&"))
                .map(parameter -> parameter.split("=", 2))
                .forEach(pair -> parameters.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return parameters;
    }
}
