package org.livercds.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;

/**
 * The Observations in the prefetch of a request, to be changed in place. They may stand under any key; new ones are added
 * where tumour findings belong, and totals are kept true.
 */
record PrefetchedObservations(ObjectNode prefetch) {

    private static final String KEY = "observations";

    /** Where the findings would be fetched, adding one would make the others vanish. */
    static PrefetchedObservations of(JsonNode prefetch) {
        JsonNode findings = prefetch.path(KEY);
        boolean readable = findings.isNull()
                || "Bundle".equals(findings.path("resourceType").asText());
        if (!(prefetch instanceof ObjectNode values) || !readable) {
            throw new RefusedException(Refusal.NOT_PREFETCHED);
        }
        return new PrefetchedObservations(values);
    }

    Stream<ObjectNode> all() {
        return bundles().flatMap(PrefetchedObservations::observations);
    }

    void remove(Predicate<ObjectNode> which) {
        bundles().forEach(bundle -> remove(bundle, which));
    }

    void add(ObjectNode observation) {
        ObjectNode bundle = prefetch.path(KEY) instanceof ObjectNode there ? there : empty();
        bundle.withArray("entry").addObject().set("resource", observation);
        count(bundle, 1);
    }

    private ObjectNode empty() {
        ObjectNode bundle = prefetch.objectNode().put("resourceType", "Bundle").put("type", "searchset");
        prefetch.set(KEY, bundle);
        return bundle;
    }

    private Stream<ObjectNode> bundles() {
        return prefetch.properties().stream()
                .filter(value -> value.getValue() instanceof ObjectNode)
                .map(value -> (ObjectNode) value.getValue());
    }

    private static Stream<ObjectNode> observations(ObjectNode bundle) {
        return StreamSupport.stream(bundle.path("entry").spliterator(), false)
                .map(entry -> entry.path("resource"))
                .filter(PrefetchedObservations::isObservation)
                .map(ObjectNode.class::cast);
    }

    private static boolean isObservation(JsonNode resource) {
        return "Observation".equals(resource.path("resourceType").asText());
    }

    private static void remove(ObjectNode bundle, Predicate<ObjectNode> which) {
        if (!(bundle.path("entry") instanceof ArrayNode entries)) {
            return;
        }
        List<JsonNode> kept = new ArrayList<>();
        for (JsonNode entry : entries) {
            boolean gone =
                    entry.path("resource") instanceof ObjectNode found && isObservation(found) && which.test(found);
            if (!gone) {
                kept.add(entry);
            }
        }
        count(bundle, kept.size() - entries.size());
        entries.removeAll().addAll(kept);
        if (kept.isEmpty()) {
            bundle.remove("entry");
        }
    }

    private static void count(ObjectNode bundle, int more) {
        if (bundle.path("total").isInt()) {
            bundle.put("total", bundle.path("total").intValue() + more);
        }
    }
}
