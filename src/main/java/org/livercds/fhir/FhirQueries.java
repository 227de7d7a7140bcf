package org.livercds.fhir;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.livercds.codes.ValueSets;
import org.livercds.outbound.FhirQuery;

/** The published prefetch templates as queries about one patient: what a client would have sent is what is asked for. */
final class FhirQueries {

    private final Map<PrefetchKey, String> templates = new EnumMap<>(PrefetchKey.class);

    FhirQueries(ValueSets valueSets) {
        Map<String, String> published = PrefetchTemplates.of(valueSets);
        for (PrefetchKey key : PrefetchKey.values()) {
            templates.put(key, published.get(key.key()));
        }
    }

    FhirQuery of(PrefetchKey key, String patientId) {
        String[] parts =
                templates.get(key).replace(PrefetchTemplates.PATIENT, patientId).split("\\?", 2);
        Map<String, String> parameters = new LinkedHashMap<>();
        if (parts.length > 1) {
            for (String parameter : parts[1].split("&")) {
                String[] pair = parameter.split("=", 2);
                parameters.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            }
        }
        return new FhirQuery(parts[0], parameters, key == PrefetchKey.LABS);
    }
}
