package org.livercds.outbound;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the JSON Web Key Sets (RFC 7517) of registered addresses: at most 64 KB each, in at most 2 seconds. */
public final class KeySetClient implements AutoCloseable {

    private static final Duration TIME = Duration.ofSeconds(2);
    private static final FetchLimits LIMITS = new FetchLimits(1, 0, 65_536, 4, Duration.ofSeconds(5));

    private final FhirClient client;

    /** @param json reads a body; throws some RuntimeException for what is not one JSON object */
    public KeySetClient(Vertx vertx, Function<byte[], ObjectNode> json) {
        PageReader reader = new PageReader(MediaTypes.KEY_SET, json);
        this.client = new FhirClient(vertx, LIMITS, reader, AddressLookup.OF_THE_PLATFORM, FetchWatch.NONE);
    }

    /**
     * Blocks the calling thread. Nothing that a host does is thrown.
     *
     * @return empty if there is nothing of use; a key set only by its form
     */
    public Optional<ObjectNode> fetch(FhirServer address) {
        Map<String, FhirQuery> query = Map.of("keys", FhirQuery.BASE);
        Fetched fetched = client.fetchAll(address, Optional.empty(), query, Deadline.in(TIME))
                .get("keys");
        return fetched.pages().stream().findFirst();
    }

    @Override
    public void close() {
        client.close();
    }
}
