package org.livercds.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A client and two doubles for each test; one Vert.x for all. */
abstract class FetchTestCase {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static final Function<byte[], ObjectNode> STRICT = body -> {
        try {
            return MAPPER.readValue(body, ObjectNode.class);
        } catch (IOException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    };

    static final Duration HOOK = Duration.ofMillis(450);
    static final Duration PLENTY = Duration.ofSeconds(5);

    private static Vertx vertx;

    FhirDouble ehr;
    FhirDouble elsewhere;
    FhirClient client;

    @BeforeAll
    static void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void startDoubles() {
        elsewhere = new FhirDouble();
        ehr = new FhirDouble().elsewhere(elsewhere);
        client = client(FetchLimits.STANDARD);
    }

    @AfterEach
    void stopDoubles() {
        client.close();
        ehr.close();
        elsewhere.close();
    }

    static FhirClient client(FetchLimits limits) {
        return new FhirClient(vertx, limits, STRICT, FetchWatch.NONE);
    }

    static FhirClient client(FetchWatch watch) {
        return new FhirClient(vertx, FetchLimits.STANDARD, STRICT, watch);
    }

    static FhirClient client(FetchLimits limits, AddressLookup lookup) {
        return new FhirClient(vertx, limits, new PageReader(MediaTypes.FHIR_JSON, STRICT), lookup, FetchWatch.NONE);
    }

    static FhirServer server(String base, String... privateAddresses) {
        return new AllowedServers("livercds.fhir.allowed-servers", List.of(base), List.of(privateAddresses))
                .find(base)
                .orElseThrow();
    }

    FhirServer server() {
        return server(ehr.base());
    }

    Fetched fetch(FhirQuery query, Duration time) {
        return fetch(Optional.empty(), query, time);
    }

    Fetched fetch(Optional<AccessToken> token, FhirQuery query, Duration time) {
        return client.fetchAll(server(), token, Map.of("key", query), Deadline.in(time))
                .get("key");
    }

    static FhirQuery conditions() {
        return new FhirQuery("Condition", Map.of("patient", "123"));
    }

    /** Too long for an address. */
    static FhirQuery longSearch() {
        return new FhirQuery("Condition", Map.of("code", "c".repeat(1_600)));
    }

    static String bundleOf(String... ids) {
        StringBuilder entries = new StringBuilder();
        for (String id : ids) {
            entries.append(entries.length() == 0 ? "" : ",")
                    .append("{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"" + id + "\"}}");
        }
        return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[" + entries + "]}";
    }

    static long millisOf(Runnable action) {
        long start = System.nanoTime();
        action.run();
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    static ObjectNode json(String text) {
        try {
            return MAPPER.readValue(text, ObjectNode.class);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
