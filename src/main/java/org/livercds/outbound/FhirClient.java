package org.livercds.outbound;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Reads from registered FHIR servers: all queries at once, under one deadline. Made once; keeps connections. */
public final class FhirClient implements AutoCloseable {

    /** Bulkhead times the keys of a hook: who is let in does not wait for a connection. */
    private static final int CONNECTIONS_PER_SERVER = 128;

    private static final int CONNECT_MILLIS = 2_000;
    private static final int IDLE_SECONDS = 30;
    private static final int KEEP_ALIVE_SECONDS = 10;
    private static final int HEAD_BYTES = 16_384;
    private static final int MOST_LOOKUPS = 32;
    private static final int MOST_WAITING = 4_096;

    private final Vertx vertx;
    private final HttpClient http;
    private final FetchLimits limits;
    private final PageReader reader;
    private final AddressLookup lookup;
    private final FetchWatch watch;
    private final ExecutorService workers;
    private final ExecutorService lookups;
    private final Map<URI, Access> accesses = new ConcurrentHashMap<>();

    /** What is remembered of a server from fetch to fetch. */
    private record Access(ServerGuard guard, ServerAddresses addresses, ExecutorService readers) {}

    /** @param json reads a body; throws some RuntimeException for what is not one JSON object */
    public FhirClient(Vertx vertx, FetchLimits limits, Function<byte[], ObjectNode> json, FetchWatch watch) {
        this(vertx, limits, new PageReader(MediaTypes.FHIR_JSON, json), AddressLookup.OF_THE_PLATFORM, watch);
    }

    FhirClient(Vertx vertx, FetchLimits limits, PageReader reader, AddressLookup lookup, FetchWatch watch) {
        this.vertx = vertx;
        this.watch = watch;
        this.http = vertx.createHttpClient(options());
        this.limits = limits;
        this.reader = reader;
        this.lookup = lookup;
        this.workers = pool("worker");
        this.lookups = new ThreadPoolExecutor(
                0, MOST_LOOKUPS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), named("lookup"));
    }

    /**
     * Blocks the calling worker thread until everything is read, or until the deadline: what is late is
     * {@link FetchProblem#TIMED_OUT} with the pages it brought. Nothing that a server does is thrown.
     */
    public <K> Map<K, Fetched> fetchAll(
            FhirServer server, Optional<AccessToken> token, Map<K, FhirQuery> queries, Deadline deadline) {
        return fetchAll(server, token, queries, deadline, watch);
    }

    <K> Map<K, Fetched> fetchAll(
            FhirServer server,
            Optional<AccessToken> token,
            Map<K, FhirQuery> queries,
            Deadline deadline,
            FetchWatch watch) {
        Map<K, Fetched> fetched = new LinkedHashMap<>();
        Map<K, FetchWatch.Watched> watched = new LinkedHashMap<>();
        queries.forEach((key, query) -> watched.put(key, watch.begins(query.type())));
        Access access = accesses.computeIfAbsent(server.base(), base -> newAccess(server));
        boolean admitted = access.guard().admits(() -> {
            Map<K, PageWalk> walks = new LinkedHashMap<>();
            Conversation conversation = conversation(server, access, token, deadline);
            queries.forEach((key, query) -> walks.put(key, new PageWalk(conversation, query, watched.get(key))));
            await(walks.values().stream().map(PageWalk::start).toArray(CompletableFuture[]::new), deadline);
            walks.forEach((key, walk) -> fetched.put(key, walk.endNow()));
        });
        if (!admitted) {
            queries.keySet().forEach(key -> fetched.put(key, Fetched.nothing(FetchProblem.BUSY)));
            watched.values().forEach(query -> query.ends(Optional.of(FetchProblem.BUSY)));
        }
        return fetched;
    }

    /** Whether a server is left alone for a while, because it failed or asked for that. */
    public boolean isResting(FhirServer server) {
        Access access = accesses.get(server.base());
        return access != null && access.guard().isResting();
    }

    /** One call that is neither read nor search. What a server answers to it says nothing of how it does otherwise. */
    Fetched send(FhirServer server, Optional<AccessToken> token, HttpCall call, Deadline deadline) {
        Access access = accesses.computeIfAbsent(server.base(), base -> newAccess(server));
        AtomicReference<Fetched> answer = new AtomicReference<>(Fetched.nothing(FetchProblem.BUSY));
        access.guard().admits(() -> {
            Exchange exchange = new Exchange(conversation(server, access, token, deadline), call);
            CompletableFuture<Fetched> fetched = exchange.start()
                    .handle((page, failure) -> failure == null
                            ? Fetched.complete(List.of(page.json()))
                            : Fetched.nothing(FetchException.of(failure, FetchProblem.UNREACHABLE)
                                    .problem()))
                    .toCompletableFuture();
            await(new CompletableFuture<?>[] {fetched}, deadline);
            exchange.fail(FetchProblem.TIMED_OUT);
            answer.set(fetched.join());
        });
        return answer.get();
    }

    /** Before the first call: see {@link Rehearsal}. */
    public void warmUp() throws InterruptedException {
        Rehearsal.of(this, vertx);
    }

    void forget(FhirServer server) {
        Optional.ofNullable(accesses.remove(server.base()))
                .ifPresent(access -> access.readers().shutdown());
    }

    @Override
    public void close() {
        http.close();
        workers.shutdownNow();
        accesses.values().forEach(access -> access.readers().shutdownNow());
        lookups.shutdownNow();
    }

    private Access newAccess(FhirServer server) {
        return new Access(
                new ServerGuard(server, limits),
                new ServerAddresses(server.origin().host(), lookup, lookups),
                pool("reader"));
    }

    private static ExecutorService pool(String task) {
        int processors = Math.max(2, Runtime.getRuntime().availableProcessors());
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                processors,
                processors,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                named(task));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private Conversation conversation(
            FhirServer server, Access access, Optional<AccessToken> token, Deadline deadline) {
        return new Conversation(
                http,
                workers,
                access.readers(),
                reader,
                server,
                access.guard(),
                access.addresses().checkedFor(server),
                token,
                limits,
                new ByteBudget(limits.bytes()),
                deadline);
    }

    private static void await(CompletableFuture<?>[] results, Deadline deadline) {
        try {
            CompletableFuture.allOf(results).get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException late) {
            // each query says for itself how far it came
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Certificates are checked against the trust store of the platform, and must bear the name of the server. */
    private static HttpClientOptions options() {
        return new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setVerifyHost(true)
                .setTrustAll(false)
                .setDecompressionSupported(false)
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxPoolSize(CONNECTIONS_PER_SERVER)
                .setMaxWaitQueueSize(CONNECTIONS_PER_SERVER)
                .setKeepAlive(true)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setIdleTimeout(IDLE_SECONDS)
                .setMaxHeaderSize(HEAD_BYTES);
    }

    private static ThreadFactory named(String task) {
        return new DefaultThreadFactory("outbound-" + task, true);
    }
}
