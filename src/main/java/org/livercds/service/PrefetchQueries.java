package org.livercds.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The prefetch queries of the services, answered from resources at hand as a FHIR server that has only those would. */
public final class PrefetchQueries {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern CODES = Pattern.compile("[?&]code=([^&]*)");

    private final List<Query> queries;
    private final Set<String> types;

    /** @param templates a FHIR query for each key */
    public PrefetchQueries(Map<String, String> templates) {
        this.queries = templates.entrySet().stream()
                .map(template -> Query.of(template.getKey(), template.getValue()))
                .toList();
        this.types = queries.stream().map(Query::type).collect(Collectors.toUnmodifiableSet());
    }

    /** The resource types that they ask for. */
    public Set<String> types() {
        return types;
    }

    /** A code of a resource, without its words. */
    public record Code(String system, String code) {}

    /**
     * Whether one of them would find a resource, whosever it is.
     *
     * @param type of the resource
     * @param codes of its element {@code code}
     */
    public boolean find(String type, List<Code> codes) {
        for (Query query : queries) {
            if (query.type.equals(type) && query.finds(codes)) {
                return true;
            }
        }
        return false;
    }

    /**
     * What they give for one patient.
     *
     * @param entries of a Bundle with resources of that patient alone
     * @param known resource types of which it is known that there are no others; keys of any other are left out
     */
    public ObjectNode prefetch(Iterable<JsonNode> entries, Predicate<String> known) {
        ObjectNode prefetch = NODES.objectNode();
        for (Query query : queries) {
            if (known.test(query.type)) {
                prefetch.set(query.key, query.answer(entries));
            }
        }
        return prefetch;
    }

    /**
     * One of them.
     *
     * @param search whether it searches; the other kind reads the one resource that there is
     * @param codes by system, those that it finds; a system alone stands for all of its codes. Empty: it finds every
     *     resource
     */
    private record Query(String key, String type, boolean search, Map<String, Set<String>> codes) {

        static Query of(String key, String template) {
            int query = template.indexOf('?');
            if (query < 0) {
                return new Query(key, template.substring(0, template.indexOf('/')), false, Map.of());
            }
            Map<String, Set<String>> codes = new HashMap<>();
            Matcher listed = CODES.matcher(template);
            if (listed.find()) {
                for (String token : listed.group(1).split(",")) {
                    int bar = token.indexOf('|');
                    codes.computeIfAbsent(plain(token.substring(0, bar)), system -> new HashSet<>())
                            .add(plain(token.substring(bar + 1)));
                }
            }
            return new Query(key, template.substring(0, query), true, codes);
        }

        /** As the template was before it was made fit for a search and for an address. */
        private static String plain(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8).replaceAll("\\\\(.)", "$1");
        }

        boolean finds(List<Code> given) {
            if (codes.isEmpty()) {
                return true;
            }
            for (Code code : given) {
                Set<String> ofSystem = codes.get(code.system());
                if (ofSystem != null && (ofSystem.contains("") || ofSystem.contains(code.code()))) {
                    return true;
                }
            }
            return false;
        }

        private boolean finds(JsonNode resource) {
            if (codes.isEmpty()) {
                return true;
            }
            List<Code> given = new ArrayList<>();
            for (JsonNode coding : resource.path("code").path("coding")) {
                given.add(new Code(
                        coding.path("system").asText(), coding.path("code").asText()));
            }
            return finds(given);
        }

        /** Of several versions a server gives the last. */
        private static JsonNode newest(ArrayNode entries) {
            JsonNode newest = NODES.nullNode();
            String since = "";
            for (JsonNode entry : entries) {
                String updated = entry.at("/resource/meta/lastUpdated").asText();
                if (newest.isNull() || updated.compareTo(since) > 0) {
                    newest = entry.path("resource");
                    since = updated;
                }
            }
            return newest;
        }

        JsonNode answer(Iterable<JsonNode> entries) {
            ArrayNode matches = NODES.arrayNode();
            for (JsonNode entry : entries) {
                JsonNode resource = entry.path("resource");
                if (resource.path("resourceType").asText().equals(type) && finds(resource)) {
                    matches.add(entry);
                }
            }
            if (!search) {
                return newest(matches);
            }
            ObjectNode answer = NODES.objectNode();
            answer.put("resourceType", "Bundle").put("type", "searchset").put("total", matches.size());
            if (!matches.isEmpty()) {
                answer.set("entry", matches);
            }
            return answer;
        }
    }
}
