package org.livercds.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Prefetch made from a Bundle that holds one patient's chart: what a FHIR server with only that would answer. */
public final class BundlePrefetch {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern CODES = Pattern.compile("[?&]code=([^&]*)");

    private BundlePrefetch() {}

    /** @param templates a FHIR query for each key */
    public static ObjectNode of(ObjectNode bundle, Map<String, String> templates) {
        ObjectNode prefetch = NODES.objectNode();
        templates.forEach((key, template) -> prefetch.set(key, answer(template, bundle)));
        return prefetch;
    }

    public static String patientId(ObjectNode bundle) {
        return read(bundle, "Patient").path("id").asText();
    }

    private static JsonNode answer(String template, ObjectNode bundle) {
        int query = template.indexOf('?');
        return query < 0
                ? read(bundle, template.substring(0, template.indexOf('/')))
                : search(bundle, template.substring(0, query), template);
    }

    /** The resource of which a chart has one; a null where it has none. */
    static JsonNode read(ObjectNode bundle, String type) {
        return entries(bundle, type).stream()
                .map(entry -> entry.path("resource"))
                .findFirst()
                .orElse(NODES.nullNode());
    }

    private static ObjectNode search(ObjectNode bundle, String type, String template) {
        Matcher codes = CODES.matcher(template);
        Set<String> wanted = codes.find() ? Set.of(codes.group(1).split(",")) : Set.of();
        ArrayNode matches = NODES.arrayNode();
        entries(bundle, type).stream()
                .filter(entry -> wanted.isEmpty() || matches(entry.path("resource"), wanted))
                .forEach(matches::add);
        ObjectNode answer = NODES.objectNode();
        answer.put("resourceType", "Bundle").put("type", "searchset").put("total", matches.size());
        if (!matches.isEmpty()) {
            answer.set("entry", matches);
        }
        return answer;
    }

    /** A code, or every code of a system where the query ends with the bar. */
    private static boolean matches(JsonNode resource, Set<String> wanted) {
        return StreamSupport.stream(resource.path("code").path("coding").spliterator(), false)
                .map(coding -> List.of(
                        coding.path("system").asText() + "|",
                        coding.path("code").asText()))
                .anyMatch(coding -> wanted.contains(coding.get(0)) || wanted.contains(coding.get(0) + coding.get(1)));
    }

    private static List<JsonNode> entries(ObjectNode bundle, String type) {
        return StreamSupport.stream(bundle.path("entry").spliterator(), false)
                .filter(entry ->
                        entry.path("resource").path("resourceType").asText().equals(type))
                .toList();
    }
}
