package org.livercds.security;

import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.OutageTolerantJWKSetSource;
import com.nimbusds.jose.jwk.source.RefreshAheadCachingJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.livercds.hooks.WireJson;
import org.livercds.outbound.AllowedServers;
import org.livercds.outbound.FhirServer;
import org.livercds.outbound.KeySetClient;

/**
 * The registered clients with their public keys, which are read again every quarter of an hour in the background, and at
 * most once a minute for a key that is not known. A host that is down keeps nobody out for a day: its last keys hold.
 */
public final class ClientKeys implements AutoCloseable {

    private static final long FRESH = Duration.ofMinutes(15).toMillis();
    private static final long AHEAD = Duration.ofMinutes(2).toMillis();
    private static final long WAIT = Duration.ofSeconds(3).toMillis();
    private static final long STALE = Duration.ofDays(1).toMillis();

    private final KeySetClient http;
    private final ScheduledExecutorService background;
    private final List<String> privateAddresses;
    private final List<RegisteredClient> clients;

    /**
     * @param privateAddresses to which the names of key set hosts may lead
     * @throws IllegalArgumentException with a sentence, where a registration is wrong, or a file holds no keys
     */
    public ClientKeys(Vertx vertx, List<ClientRegistration> registrations, List<String> privateAddresses) {
        this.http = new KeySetClient(vertx, WireJson::readObject);
        this.background = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "client-keys");
            thread.setDaemon(true);
            return thread;
        });
        this.privateAddresses = List.copyOf(privateAddresses);
        this.clients = registrations.stream().map(this::client).toList();
    }

    List<RegisteredClient> clients() {
        return clients;
    }

    @Override
    public void close() {
        background.shutdownNow();
        http.close();
    }

    private RegisteredClient client(ClientRegistration said) {
        said.check();
        JWKSetSource<SecurityContext> keys = kept(source(said));
        return new RegisteredClient(
                said.name(),
                said.issuer(),
                said.tenant(),
                said.jwksUrl(),
                said.algorithms().isEmpty()
                        ? Algorithms.STANDARD
                        : Algorithms.named(said.setting("algorithms"), said.algorithms()),
                said.maxTokenLife(),
                new JWKSetBasedJWKSource<>(keys));
    }

    private JWKSetSource<SecurityContext> source(ClientRegistration said) {
        Optional<FhirServer> address = said.jwksUrl().map(url -> address(said, url));
        return said.jwksFile()
                .<JWKSetSource<SecurityContext>>map(file -> KeySetFile.checked(said.setting("jwks-file"), file))
                .orElseGet(() -> new KeySetAddress(http, address.orElseThrow()));
    }

    private FhirServer address(ClientRegistration said, String url) {
        return new AllowedServers(said.setting("jwks-url"), List.of(url), privateAddresses)
                .find(url)
                .orElseThrow();
    }

    private JWKSetSource<SecurityContext> kept(JWKSetSource<SecurityContext> source) {
        JWKSetSource<SecurityContext> paced = new PacedKeySet(new OutageTolerantJWKSetSource<>(source, STALE, null));
        return new RefreshAheadCachingJWKSetSource<>(
                paced, FRESH, WAIT, AHEAD, background, false, null, background, false);
    }
}
