package org.livercds.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.livercds.fhir.PrefetchValue.Pages;
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
    private static final int MOST_LESIONS = 20;

    /** Keys whose resources may name a BodyStructure. */
    private static final Set<PrefetchKey> NAMING = Set.of(PrefetchKey.OBSERVATIONS, PrefetchKey.PROCEDURES);

    private static final String METADATA = "metadata";
    private static final String OUT_OF_SCOPE = "OUT_OF_SCOPE";

    /** The server was spared, or is none that may be called. */
    private static final Set<FetchProblem> NOT_SENT =
            Set.of(FetchProblem.BUSY, FetchProblem.RESTING, FetchProblem.ADDRESS_REFUSED);

    /** What a server answers that does not know the type. */
    private static final Set<String> UNKNOWN_TYPE = Set.of(FetchProblem.NOT_FOUND.name(), FetchProblem.REJECTED.name());

    private final FhirClient client;
    private final FhirServer server;
    private final Optional<AccessToken> token;
    private final Scopes scopes;
    private final boolean tokenIsUnusable;
    private final Deadline deadline;
    private final Codes codes;
    private final Idle idle;
    private final List<ServerQuery> queries = new ArrayList<>();

    FhirVisit(FhirClient client, FhirServer server, ChartCall call, Deadline deadline, Codes codes, Idle idle) {
        this.idle = idle;
        this.client = client;
        this.server = server;
        this.codes = codes;
        this.token = call.accessToken().flatMap(value -> AccessToken.of(value, server));
        this.tokenIsUnusable = call.accessToken().isPresent() && token.isEmpty();
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
        values.putAll(ask(granted, prefetched));
        Map<PrefetchKey, FhirQuery> unsorted = new EnumMap<>(PrefetchKey.class);
        granted.forEach((key, query) -> {
            PrefetchValue value = values.get(key);
            boolean cut = value.state() == KeyState.PARTIAL && value.problem().isEmpty();
            if (query.firstPageSuffices() && cut) {
                unsorted.put(key, new FhirQuery(query.path(), query.parameters()));
            }
        });
        values.putAll(ask(unsorted, prefetched));
        return values;
    }

    private Map<PrefetchKey, PrefetchValue> ask(
            Map<PrefetchKey, FhirQuery> queries, Map<PrefetchKey, PrefetchValue> prefetched) {
        Map<PrefetchKey, PrefetchValue> values = new EnumMap<>(PrefetchKey.class);
        fetchAll(queries).forEach((key, fetched) -> {
            asked(key.resourceType(), key != PrefetchKey.PATIENT, key.key(), fetched);
            boolean restricted = key != PrefetchKey.PATIENT && scopes.restrictsSearch(key.resourceType());
            FetchedValue value =
                    new FetchedValue(fetched, prefetched.get(key), resource -> key.fits(resource, codes), restricted);
            values.put(key, value.value(queries.get(key).firstPageSuffices() ? Pages.NEWEST_FIRST : Pages.FOLLOWED));
        });
        return values;
    }

    /** A token that cannot be sent opens nothing: without it the server would show what it shows to anybody. */
    private <K> Map<K, Fetched> fetchAll(Map<K, FhirQuery> queries) {
        if (queries.isEmpty()) {
            return Map.of();
        }
        if (tokenIsUnusable) {
            Map<K, Fetched> refused = new LinkedHashMap<>();
            queries.keySet().forEach(key -> refused.put(key, Fetched.nothing(FetchProblem.UNAUTHORIZED)));
            return refused;
        }
        Map<K, Fetched> answers = idle.waitFor(() -> client.fetchAll(server, token, queries, deadline));
        SiteCodings siteCodings = new SiteCodings(codes.valueSets());
        answers.values().forEach(answer -> answer.pages().forEach(siteCodings::translate));
        return answers;
    }

    private boolean isGranted(PrefetchKey key) {
        String type = key.resourceType();
        return key == PrefetchKey.PATIENT ? scopes.mayRead(type) : scopes.maySearch(type);
    }

    /**
     * The BodyStructures that something names and prefetch and search did not give, read one by one. If each is there,
     * none is missing; nor if the server does not know the type, and what could name one is complete and names none.
     */
    Optional<PrefetchValue> lesions(ReadChart read, PrefetchValue before) {
        Set<String> lacking = read.lackingLesions();
        if (lacking.isEmpty()) {
            boolean none = before.problem().filter(UNKNOWN_TYPE::contains).isPresent()
                    && before.resources().isEmpty()
                    && NAMING.stream().allMatch(key -> read.ledger().state(key).isComplete());
            return none ? Optional.of(before.withState(KeyState.EMPTY)) : Optional.empty();
        }
        return scopes.mayRead(PrefetchKey.BODY_STRUCTURES.resourceType())
                ? Optional.of(readEach(lacking, before))
                : Optional.empty();
    }

    private PrefetchValue readEach(Set<String> references, PrefetchValue before) {
        Map<String, FhirQuery> reads = new LinkedHashMap<>();
        references.stream()
                .sorted()
                .limit(MOST_LESIONS)
                .forEach(reference -> reads.put(reference, new FhirQuery(reference, Map.of())));
        List<RawResource> resources = new ArrayList<>(before.resources());
        Optional<String> problem = Optional.empty();
        int given = 0;
        for (Map.Entry<String, Fetched> read : fetchAll(reads).entrySet()) {
            PrefetchKey key = PrefetchKey.BODY_STRUCTURES;
            asked(key.resourceType(), false, key.key(), read.getValue());
            problem = problem.or(() -> read.getValue().problem().map(Enum::name));
            for (ObjectNode page : read.getValue().pages()) {
                if (read.getKey().equals("BodyStructure/" + page.path("id").asText())) {
                    resources.add(new RawResource(page, ""));
                    given++;
                }
            }
        }
        boolean whole = given == references.size() && before.state() != KeyState.PARTIAL;
        KeyState state = whole ? KeyState.DATA : KeyState.PARTIAL;
        return new PrefetchValue(KeySource.FETCHED, state, resources, before.skipped(), problem);
    }

    /** The version before R4 that the server says it speaks. */
    Optional<FhirVersion> version() {
        Map<String, FhirQuery> query = Map.of(METADATA, new FhirQuery(METADATA, Map.of()));
        Fetched statement = fetchAll(query).get(METADATA);
        asked("CapabilityStatement", false, METADATA, statement);
        return statement.pages().stream().findFirst().flatMap(FhirVersion::ofCapabilities);
    }

    /** What went to the server until now. */
    List<ServerQuery> queries() {
        return List.copyOf(queries);
    }

    private void asked(String type, boolean search, String key, Fetched answer) {
        boolean sent =
                !tokenIsUnusable && answer.problem().filter(NOT_SENT::contains).isEmpty();
        if (sent) {
            queries.add(new ServerQuery(
                    server.base().toString(),
                    type,
                    search,
                    key,
                    answer.problem().map(Enum::name)));
        }
    }
}
