package org.livercds.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.livercds.fhir.PrefetchValue.RawResource;
import org.livercds.outbound.AccessToken;
import org.livercds.outbound.Deadline;
import org.livercds.outbound.FetchProblem;
import org.livercds.outbound.Fetched;
import org.livercds.outbound.FhirClient;
import org.livercds.outbound.FhirQuery;
import org.livercds.outbound.FhirServer;

/** Fetching for one call: one server, one token, one deadline. Nothing of it outlives the answer. */
final class FhirVisit {

    /** Nobody has so many lesions; a chart that names more is not followed. */
    private static final int MOST_LESIONS = 50;

    private static final String METADATA = "metadata";
    private static final String OUT_OF_SCOPE = "OUT_OF_SCOPE";

    /** What a server answers that does not know the type. */
    private static final Set<String> UNKNOWN_TYPE = Set.of(FetchProblem.NOT_FOUND.name(), FetchProblem.REJECTED.name());

    private final FhirClient client;
    private final FhirServer server;
    private final Optional<AccessToken> token;
    private final Scopes scopes;
    private final Deadline deadline;

    FhirVisit(FhirClient client, FhirServer server, ChartCall call, Deadline deadline) {
        this.client = client;
        this.server = server;
        this.token = call.accessToken().flatMap(value -> AccessToken.of(value, server));
        this.scopes = Scopes.of(call.scope());
        this.deadline = deadline;
    }

    /**
     * What lies outside the granted scope is not asked for, and stays unknown.
     *
     * @param prefetched what fetching is to replace
     */
    Map<PrefetchKey, PrefetchValue> fetch(
            Map<PrefetchKey, FhirQuery> queries, Map<PrefetchKey, PrefetchValue> prefetched) {
        Map<PrefetchKey, PrefetchValue> values = new EnumMap<>(PrefetchKey.class);
        Map<PrefetchKey, FhirQuery> granted = new EnumMap<>(PrefetchKey.class);
        queries.forEach((key, query) -> {
            values.put(key, prefetched.get(key).withProblem(OUT_OF_SCOPE));
            if (isGranted(key)) {
                granted.put(key, query);
            }
        });
        client.fetchAll(server, token, granted, deadline).forEach((key, fetched) -> {
            boolean firstPage = granted.get(key).firstPageSuffices();
            boolean restricted = scopes.isRestricted(key.resourceType());
            values.put(key, FetchedValue.of(fetched, prefetched.get(key), firstPage, restricted));
        });
        return values;
    }

    private boolean isGranted(PrefetchKey key) {
        String type = key.resourceType();
        return key == PrefetchKey.PATIENT ? scopes.mayRead(type) : scopes.maySearch(type);
    }

    /**
     * The BodyStructures that something names and prefetch and search did not give, read one by one. Where all are
     * there, or the server has none of the type and nothing names one, none is missing.
     */
    Optional<PrefetchValue> lesions(Set<String> lacking, Map<PrefetchKey, PrefetchValue> values) {
        PrefetchValue before = values.get(PrefetchKey.BODY_STRUCTURES);
        if (lacking.isEmpty()) {
            boolean none = before.problem().filter(UNKNOWN_TYPE::contains).isPresent()
                    && before.resources().isEmpty();
            return none ? Optional.of(before.withState(KeyState.EMPTY)) : Optional.empty();
        }
        if (!scopes.mayRead(PrefetchKey.BODY_STRUCTURES.resourceType())) {
            return Optional.empty();
        }
        Map<String, FhirQuery> reads = new LinkedHashMap<>();
        lacking.stream()
                .limit(MOST_LESIONS)
                .forEach(reference -> reads.put(reference, new FhirQuery(reference, Map.of())));
        Map<String, Fetched> fetched = client.fetchAll(server, token, reads, deadline);
        List<RawResource> resources = new ArrayList<>(before.resources());
        fetched.values().forEach(read -> read.pages().forEach(page -> resources.add(new RawResource(page, ""))));
        Optional<String> problem = fetched.values().stream()
                .flatMap(read -> read.problem().map(Enum::name).stream())
                .findFirst();
        boolean whole = problem.isEmpty() && lacking.size() <= MOST_LESIONS;
        KeyState state = whole ? KeyState.DATA : KeyState.PARTIAL;
        return Optional.of(
                new PrefetchValue(KeySource.FETCHED, state, resources, before.skipped(), problem.or(before::problem)));
    }

    /** The version before R4 that the server says it speaks. */
    Optional<FhirVersion> version() {
        Map<String, FhirQuery> query = Map.of(METADATA, new FhirQuery(METADATA, Map.of()));
        List<ObjectNode> statement =
                client.fetchAll(server, token, query, deadline).get(METADATA).pages();
        return statement.stream().findFirst().flatMap(FhirVersion::ofCapabilities);
    }
}
