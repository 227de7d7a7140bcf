package org.livercds.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Prefetch made from a Bundle that holds one patient's chart: what a FHIR server with only that would answer. */
public final class BundlePrefetch {

    private BundlePrefetch() {}

    /** @param templates a FHIR query for each key */
    public static ObjectNode of(ObjectNode bundle, Map<String, String> templates) {
        return new PrefetchQueries(templates).prefetch(bundle.path("entry"), type -> true);
    }

    public static String patientId(ObjectNode bundle) {
        return read(bundle, "Patient").path("id").asText();
    }

    /** The resource of which a chart has one; a null where it has none. */
    static JsonNode read(ObjectNode bundle, String type) {
        return StreamSupport.stream(bundle.path("entry").spliterator(), false)
                .map(entry -> entry.path("resource"))
                .filter(resource -> resource.path("resourceType").asText().equals(type))
                .findFirst()
                .orElse(JsonNodeFactory.instance.nullNode());
    }
}
