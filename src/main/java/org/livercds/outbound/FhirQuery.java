package org.livercds.outbound;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A read ({@code Patient/123}) or a search ({@code Condition} with parameters) on some FHIR server.
 *
 * @param path below the base, not encoded
 * @param parameters of a search, not encoded, in the order in which they are sent
 * @param firstPageSuffices further pages are not asked for, and not missed
 */
public record FhirQuery(String path, Map<String, String> parameters, boolean firstPageSuffices) {

    /** The very address that is registered, and nothing below it. */
    static final FhirQuery BASE = new FhirQuery("", Map.of());

    private static final Set<String> NO_SEGMENTS = Set.of("", ".", "..");

    public FhirQuery {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    public FhirQuery(String path, Map<String, String> parameters) {
        this(path, parameters, false);
    }

    public FhirQuery withFirstPageOnly() {
        return new FhirQuery(path, parameters, true);
    }

    /** A path with an empty segment or one of dots would be another path to the server. */
    boolean isAddressable() {
        return this == BASE || segments().noneMatch(NO_SEGMENTS::contains);
    }

    boolean isSearch() {
        return !path.contains("/") && !parameters.isEmpty();
    }

    String type() {
        return path.split("/", 2)[0];
    }

    /** A search gives Bundles, a read the resource that was asked for; {@code metadata} has several names. */
    boolean isAnsweredBy(Page page) {
        if (isSearch()) {
            return page.isBundle();
        }
        return !page.isBundle()
                && (!path.contains("/")
                        || page.json().path("resourceType").asText().equals(type()));
    }

    URI below(URI base) {
        if (this == BASE) {
            return base;
        }
        String location =
                base + "/" + segments().map(PercentEncoding::component).collect(joining("/"));
        return URI.create(parameters.isEmpty() ? location : location + "?" + form());
    }

    URI searchBelow(URI base) {
        return URI.create(base + "/" + PercentEncoding.component(path) + "/_search");
    }

    String form() {
        return parameters.entrySet().stream()
                .map(entry ->
                        PercentEncoding.component(entry.getKey()) + "=" + PercentEncoding.component(entry.getValue()))
                .collect(joining("&"));
    }

    /** Without the patient. */
    @Override
    public String toString() {
        return "FhirQuery";
    }

    private Stream<String> segments() {
        return Stream.of(path.split("/", -1));
    }
}
