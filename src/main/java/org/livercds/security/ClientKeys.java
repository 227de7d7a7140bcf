package org.livercds.security;

import com.nimbusds.jose.jwk.JWKSet;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.livercds.hooks.WireJson;
import org.livercds.outbound.AllowedServers;
import org.livercds.outbound.FhirServer;
import org.livercds.outbound.KeySetClient;

/**
 * The registered clients with their public keys, which are read in the background: at start, every quarter of an hour,
 * and at most once a minute for a key that is not known. A host that is down keeps nobody out for a day: its last keys
 * hold.
 */
public final class ClientKeys implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final Duration FIRST = Duration.ofMillis(2_500);
    private static final int LOOKS_EVERY = 1;

    private final KeySetClient http;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("client-keys", true));
    private final ExecutorService readers =
            Executors.newCachedThreadPool(new DefaultThreadFactory("client-keys-reader", true));
    private final List<String> privateAddresses;
    private final Duration patience;
    private final List<RegisteredClient> clients;

    /**
     * @param privateAddresses to which the names of key set hosts may lead
     * @throws IllegalArgumentException with a sentence, where a registration is wrong, or a file holds no keys
     */
    public ClientKeys(Vertx vertx, List<ClientRegistration> registrations, List<String> privateAddresses) {
        this(vertx, registrations, privateAddresses, PATIENCE);
    }

    /** @param patience how long a call waits for keys at most */
    ClientKeys(Vertx vertx, List<ClientRegistration> registrations, List<String> privateAddresses, Duration patience) {
        this.patience = patience;
        this.http = new KeySetClient(vertx, WireJson::readObject);
        this.privateAddresses = List.copyOf(privateAddresses);
        Stream.concat(
                        registrations.stream().map(ClientRegistration::mistakes).flatMap(List::stream),
                        ClientRegistration.mistake(registrations).stream())
                .findFirst()
                .ifPresent(mistake -> {
                    throw new IllegalArgumentException(mistake);
                });
        this.clients = registrations.stream().map(this::client).toList();
    }

    List<RegisteredClient> clients() {
        return clients;
    }

    /** Waits for the first keys of all clients, so that no first call is refused, but not for a host that is away. */
    public void awaitFirst() {
        CompletableFuture<?>[] first =
                clients.stream().map(client -> client.keys().askIfDue()).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(first)
                .completeOnTimeout(null, FIRST.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        readers.shutdownNow();
        http.close();
    }

    private RegisteredClient client(ClientRegistration said) {
        KeptKeys keys = new KeptKeys(said.name(), source(said), readers, patience, System::nanoTime);
        clock.scheduleWithFixedDelay(keys::upkeep, 0, LOOKS_EVERY, TimeUnit.SECONDS);
        return new RegisteredClient(
                said.name(),
                said.issuer(),
                said.tenant(),
                said.jwksUrl(),
                said.algorithms().isEmpty()
                        ? Algorithms.STANDARD
                        : Algorithms.named(said.setting("algorithms"), said.algorithms()),
                said.maxTokenLife(),
                keys);
    }

    private Supplier<Optional<JWKSet>> source(ClientRegistration said) {
        Optional<FhirServer> address = said.jwksUrl().map(url -> address(said, url));
        return said.jwksFile()
                .<Supplier<Optional<JWKSet>>>map(file -> new KeySetFile(file)::read)
                .orElseGet(() -> () -> http.fetch(address.orElseThrow()).flatMap(KeySets::read));
    }

    private FhirServer address(ClientRegistration said, String url) {
        return new AllowedServers(said.setting("jwks-url"), List.of(url), privateAddresses)
                .find(url)
                .orElseThrow();
    }
}
