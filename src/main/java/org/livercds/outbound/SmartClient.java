package org.livercds.outbound;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What SMART App Launch asks of the server of an EHR: where it authorizes, and a token for a code. At most 64 KB of JSON
 * each, in at most 5 seconds, without redirects. Nothing that a server does is thrown.
 */
public final class SmartClient implements AutoCloseable {

    private static final Duration TIME = Duration.ofSeconds(5);
    private static final FetchLimits LIMITS = new FetchLimits(1, 0, 65_536, 8, Duration.ofSeconds(5));
    private static final String WELL_KNOWN = "/.well-known/smart-configuration";

    private final FhirClient client;
    private final Duration time;

    /** @param json reads a body; throws some RuntimeException for what is not one JSON object */
    public SmartClient(Vertx vertx, Function<byte[], ObjectNode> json) {
        this(vertx, json, TIME);
    }

    SmartClient(Vertx vertx, Function<byte[], ObjectNode> json, Duration time) {
        PageReader reader = new PageReader(MediaTypes.JSON, json);
        this.client = new FhirClient(vertx, LIMITS, reader, AddressLookup.OF_THE_PLATFORM, FetchWatch.NONE);
        this.time = time;
    }

    /**
     * Who asks for tokens.
     *
     * @param secret of a client that has one; it is told to the token endpoint only
     */
    public record Requester(String id, Optional<String> secret) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "Requester";
        }
    }

    /** The document below the base of a FHIR server; blocks. */
    public Fetched configuration(FhirServer server) {
        URI document = URI.create(server.base() + WELL_KNOWN);
        return client.send(server, Optional.empty(), HttpCall.get(document), Deadline.in(time));
    }

    /**
     * The answer of a token endpoint; blocks.
     *
     * @param server at whose origin it is
     * @param form what is asked, without the client
     * @throws IllegalArgumentException where it is not there
     */
    public Fetched token(FhirServer server, URI endpoint, Requester client, Map<String, String> form) {
        if (!Origin.of(endpoint).equals(server.origin())) {
            throw new IllegalArgumentException("The token endpoint is at another origin.");
        }
        Optional<AccessToken> proof = client.secret().map(secret -> AccessToken.ofClient(client.id(), secret, server));
        String identified = proof.isPresent() ? "" : "&client_id=" + PercentEncoding.form(client.id());
        String sent = form.entrySet().stream()
                .map(field -> PercentEncoding.form(field.getKey()) + "=" + PercentEncoding.form(field.getValue()))
                .collect(joining("&", "", identified));
        return this.client.send(server, proof, HttpCall.post(endpoint, sent), Deadline.in(time));
    }

    @Override
    public void close() {
        client.close();
    }
}
