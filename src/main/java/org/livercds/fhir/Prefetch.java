package org.livercds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.livercds.fhir.PrefetchValue.Pages;

/**
 * The prefetch values of a call under the service's keys. Clients that type in their keys by hand name some of them
 * otherwise: for a key that is not there, a value under an unknown name serves if it holds resources that fit.
 */
record Prefetch(Map<PrefetchKey, PrefetchValue> values, List<PrefetchValue> others) {

    Prefetch with(Map<PrefetchKey, PrefetchValue> fetched) {
        Map<PrefetchKey, PrefetchValue> all = new EnumMap<>(values);
        all.putAll(fetched);
        return new Prefetch(all, others);
    }

    static Prefetch of(ObjectNode prefetch, Codes codes) {
        new SiteCodings(codes.valueSets()).translate(prefetch);
        Map<PrefetchKey, PrefetchValue> values = new EnumMap<>(PrefetchKey.class);
        for (PrefetchKey key : PrefetchKey.values()) {
            values.put(key, PrefetchValue.of(prefetch.get(key.key()), key.pages()));
        }
        List<PrefetchValue> unnamed = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : prefetch.properties()) {
            if (PrefetchKey.named(entry.getKey()).isEmpty()) {
                unnamed.add(PrefetchValue.of(entry.getValue(), Pages.ALL_HERE));
            }
        }
        for (PrefetchKey key : PrefetchKey.values()) {
            if (values.get(key).state() == KeyState.ABSENT) {
                unnamed.stream()
                        .filter(value -> value.resources().stream().anyMatch(resource -> key.fits(resource, codes)))
                        .findFirst()
                        .ifPresent(value -> values.put(key, value));
            }
        }
        return new Prefetch(values, unnamed);
    }
}
