package org.livercds.outbound;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Calls a small server of its own on the loopback address before anybody waits, so that the first real call does not pay
 * for loading and compiling the client, nor the first that meets a server which does not answer in time.
 */
final class Rehearsal {

    private static final Logger LOG = Logger.getLogger(Rehearsal.class);
    private static final String EMPTY = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":0}";
    private static final String HUNG = "/hung";
    private static final int ROUNDS = 20;
    private static final int QUERIES = 6;

    /** Too few for the server to be left alone, which would be told. */
    private static final int HUNG_ROUNDS = 3;

    private Rehearsal() {}

    static void of(FhirClient client, Vertx vertx) throws InterruptedException {
        try (Loopback server = Loopback.open(vertx, Rehearsal::answer)) {
            String base = "http://" + Loopback.HOST + ":" + server.port() + "/rehearsal";
            call(client, base, ROUNDS, Duration.ofSeconds(1));
            call(client, base + HUNG, HUNG_ROUNDS, Duration.ofMillis(20));
        } catch (ExecutionException | TimeoutException failed) {
            LOG.warn(
                    "Fetching could not be rehearsed on the loopback address: the first call that fetches will be slow");
        }
    }

    private static void answer(HttpServerRequest call) {
        if (!call.path().contains(HUNG)) {
            call.response().putHeader("Content-Type", "application/fhir+json").end(EMPTY);
        }
    }

    private static void call(FhirClient client, String base, int rounds, Duration time) {
        FhirServer server = new AllowedServers("rehearsal", List.of(base), List.of())
                .find(base)
                .orElseThrow();
        Map<Integer, FhirQuery> queries = new LinkedHashMap<>();
        for (int query = 0; query < QUERIES; query++) {
            queries.put(query, new FhirQuery("Condition", Map.of("patient", "rehearsal")));
        }
        for (int round = 0; round < rounds; round++) {
            client.fetchAll(server, AccessToken.of("rehearsal", server), queries, Deadline.in(time), FetchWatch.NONE);
        }
        client.forget(server);
    }
}
