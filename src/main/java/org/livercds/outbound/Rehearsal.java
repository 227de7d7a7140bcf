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
 * for loading and compiling the client.
 */
final class Rehearsal {

    private static final Logger LOG = Logger.getLogger(Rehearsal.class);
    private static final String EMPTY = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":0}";
    private static final int ROUNDS = 20;
    private static final int QUERIES = 6;

    private Rehearsal() {}

    static void of(FhirClient client, Vertx vertx) throws InterruptedException {
        try (Loopback server = Loopback.open(vertx, Rehearsal::answer)) {
            call(client, "http://" + Loopback.HOST + ":" + server.port() + "/rehearsal");
        } catch (ExecutionException | TimeoutException failed) {
            LOG.warn(
                    "Fetching could not be rehearsed on the loopback address: the first call that fetches will be slow");
        }
    }

    private static void answer(HttpServerRequest call) {
        call.response().putHeader("Content-Type", "application/fhir+json").end(EMPTY);
    }

    private static void call(FhirClient client, String base) {
        FhirServer server = new AllowedServers("rehearsal", List.of(base), List.of())
                .find(base)
                .orElseThrow();
        Map<Integer, FhirQuery> queries = new LinkedHashMap<>();
        for (int query = 0; query < QUERIES; query++) {
            queries.put(query, new FhirQuery("Condition", Map.of("patient", "rehearsal")));
        }
        for (int round = 0; round < ROUNDS; round++) {
            Deadline deadline = Deadline.in(Duration.ofSeconds(1));
            client.fetchAll(server, AccessToken.of("rehearsal", server), queries, deadline, FetchWatch.NONE);
        }
        client.forget(server);
    }
}
