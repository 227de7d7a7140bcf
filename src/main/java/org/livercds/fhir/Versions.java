package org.livercds.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;

/**
 * The resources read, each once: the same one may come under two keys, and of two versions the newer counts. Without an
 * id two that look alike are two.
 */
final class Versions {

    private static final Comparator<Version> BY_AGE = Comparator.comparing((Version version) ->
                    version.json.path("meta").path("lastUpdated").asText())
            .thenComparing(version ->
                    version.json.path("meta").path("versionId").asText().length())
            .thenComparing(
                    version -> version.json.path("meta").path("versionId").asText())
            .thenComparing(version -> version.json.toString());

    private final Map<String, Version> byReference = new LinkedHashMap<>();
    private final List<ReadResource> withoutId = new ArrayList<>();
    private final Set<ObjectNode> seenWithoutId = Collections.newSetFromMap(new IdentityHashMap<>());

    private record Version(ReadResource read, ObjectNode json) {}

    void add(Resource resource, PrefetchValue.RawResource raw) {
        ReadResource read = new ReadResource(resource, raw.fullUrl(), raw.json());
        if (read.hasId()) {
            byReference.merge(
                    read.typeAndId(),
                    new Version(read, raw.json()),
                    (one, other) -> one.json() == other.json() || BY_AGE.compare(one, other) >= 0 ? one : other);
        } else if (seenWithoutId.add(raw.json())) {
            withoutId.add(read);
        }
    }

    List<ReadResource> newest() {
        List<ReadResource> all = new ArrayList<>(withoutId);
        byReference.values().forEach(version -> all.add(version.read()));
        return all;
    }
}
