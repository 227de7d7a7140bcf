package org.livercds.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.livercds.clinical.guideline.Silence;
import org.livercds.clinical.patient.Limits;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.codes.ValueSets;
import org.livercds.outbound.Deadline;
import org.livercds.outbound.FetchLimits;
import org.livercds.outbound.FetchWatch;
import org.livercds.outbound.FhirClient;
import org.livercds.outbound.FhirQuery;
import org.livercds.outbound.FhirServer;

/**
 * Reads a chart from prefetch, and what prefetch lacks from the FHIR server of the call, where that is registered. One
 * deadline holds for all of it. Safe for many threads.
 */
public final class ChartGatherer implements AutoCloseable {

    private static final Set<KeyState> LACKING =
            Set.of(KeyState.ABSENT, KeyState.ERROR, KeyState.PARTIAL, KeyState.UNUSABLE);

    private final ChartReader reader;
    private final FhirQueries queries;
    private final Networks networks;
    private final FhirClient client;
    private final Limits limits;
    private final Idle idle;

    /** @param json reads a body, strictly */
    public ChartGatherer(
            ChartReader reader,
            ValueSets valueSets,
            Limits limits,
            Networks networks,
            Vertx vertx,
            Function<byte[], ObjectNode> json,
            Idle idle) {
        this(reader, valueSets, limits, networks, vertx, json, idle, FetchWatch.NONE);
    }

    /** @param watch is told of each query */
    public ChartGatherer(
            ChartReader reader,
            ValueSets valueSets,
            Limits limits,
            Networks networks,
            Vertx vertx,
            Function<byte[], ObjectNode> json,
            Idle idle,
            FetchWatch watch) {
        this.reader = reader;
        this.queries = new FhirQueries(valueSets);
        this.limits = limits;
        this.networks = networks;
        this.idle = idle;
        this.client = new FhirClient(vertx, FetchLimits.STANDARD, json, watch);
    }

    /** The chart, as far as it could be read in time. */
    public ReadChart read(ChartCall call) {
        return read(call, networks.of(call.client()).deadline());
    }

    /** The same for somebody who waits longer, or shorter, than a hook may. */
    public ReadChart read(ChartCall call, Duration time) {
        Networks.Network network = networks.of(call.client());
        Deadline deadline = Deadline.in(time.minus(call.spent()));
        Prefetch prefetch = reader.prefetch(call.prefetch());
        ReadChart prefetched = read(call, prefetch);
        Set<PrefetchKey> lacking = lacking(prefetched.ledger());
        boolean nothingToFetch =
                lacking.isEmpty() && prefetched.lackingLesions().isEmpty();
        if (nothingToFetch || call.fhirServer().isEmpty() || prefetched.isUnusable() || isSettled(prefetched)) {
            return prefetched;
        }
        Optional<FhirServer> server = call.fhirServer().flatMap(network.servers()::find);
        return server.map(known -> visit(call, known, deadline, prefetch, prefetched))
                .orElseGet(prefetched::fromUnregisteredServer);
    }

    /** The servers that may be read, each by a name that holds nothing of its address. */
    public Map<String, FhirServer> servers() {
        return networks.servers();
    }

    /** Whether a server is left alone for a while. */
    public boolean isResting(FhirServer server) {
        return client.isResting(server);
    }

    /** Before the first call. */
    public void warmUp() throws InterruptedException {
        client.warmUp();
    }

    @Override
    public void close() {
        client.close();
    }

    private ReadChart visit(
            ChartCall call, FhirServer server, Deadline deadline, Prefetch prefetch, ReadChart prefetched) {
        FhirVisit visit = new FhirVisit(client, server, call, deadline, reader.codes(), idle);
        ReadChart read = gather(call, visit, prefetch, prefetched);
        return read.withQueries(visit.queries());
    }

    private ReadChart gather(ChartCall call, FhirVisit visit, Prefetch prefetch, ReadChart prefetched) {
        Prefetch more = prefetch.with(visit.fetch(queries(call, lacking(prefetched.ledger())), prefetch.values()));
        ReadChart read = read(call, more);
        if (read.isUnusable() || isSettled(read)) {
            return read;
        }
        if (!hasConditions(read)) {
            return read.withVersion(visit.version());
        }
        Optional<PrefetchValue> lesions = visit.lesions(read, more.values().get(PrefetchKey.BODY_STRUCTURES));
        return lesions.map(value -> read(call, more.with(Map.of(PrefetchKey.BODY_STRUCTURES, value))))
                .orElse(read);
    }

    private Map<PrefetchKey, FhirQuery> queries(ChartCall call, Set<PrefetchKey> keys) {
        Map<PrefetchKey, FhirQuery> asked = new EnumMap<>(PrefetchKey.class);
        keys.forEach(key -> asked.put(key, queries.of(key, call.patientId())));
        return asked;
    }

    private ReadChart read(ChartCall call, Prefetch prefetch) {
        return reader.read(call.patientId(), call.fhirServer(), prefetch, call.asOf());
    }

    /** Complete conditions show that there is nothing to say: then nobody's server is asked. */
    private boolean isSettled(ReadChart read) {
        return read.ledger().state(PrefetchKey.CONDITIONS).isComplete()
                && Silence.of(LiverChart.of(read.entries(), limits)).isPresent();
    }

    private static boolean hasConditions(ReadChart read) {
        KeyState conditions = read.ledger().state(PrefetchKey.CONDITIONS);
        return conditions.isComplete() || conditions == KeyState.PARTIAL;
    }

    private static Set<PrefetchKey> lacking(Ledger ledger) {
        Set<PrefetchKey> lacking = EnumSet.noneOf(PrefetchKey.class);
        for (Ledger.Entry entry : ledger.entries()) {
            if (LACKING.contains(entry.state())) {
                lacking.add(entry.key());
            }
        }
        return lacking;
    }
}
