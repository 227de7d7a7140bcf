package org.livercds.service;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.livercds.security.ClientKeys;
import org.livercds.security.ClientRegistration;
import org.livercds.security.TokenExamination;

/**
 * Examines tokens by the clients of the settings, without a server.
 *
 * @param publicUrl under which clients call the service
 * @param privateAddresses to which the names of key set hosts may lead
 */
public record TokenChecks(List<ClientRegistration> clients, String publicUrl, List<String> privateAddresses) {

    private static final String SERVICES = "/cds-services";

    public TokenChecks {
        clients = List.copyOf(clients);
        privateAddresses = List.copyOf(privateAddresses);
    }

    /** By the settings with which the server would start. */
    public static TokenChecks ofSettings() {
        SmallRyeConfig settings =
                ConfigUtils.configBuilder().withMapping(LiverCdsConfig.class).build();
        LiverCdsConfig config = settings.getConfigMapping(LiverCdsConfig.class);
        return new TokenChecks(
                Clients.registrations(config),
                config.publicUrl().orElse(""),
                config.fhir().privateAddresses().orElse(List.of()));
    }

    /** With one client more. */
    public TokenChecks with(ClientRegistration client) {
        return new TokenChecks(
                Stream.concat(clients.stream(), Stream.of(client)).toList(), publicUrl, privateAddresses);
    }

    /**
     * Reads the keys, and examines.
     *
     * @param called the address that is called with the token; without it that one of ours for which it was made
     * @throws StartRefusedException where a registration is wrong
     */
    public TokenExamination examine(String token, Optional<String> called, Clock clock) {
        Vertx vertx = Vertx.vertx();
        try (ClientKeys keys =
                Content.orRefuse(Clients.SETTING, () -> new ClientKeys(vertx, clients, privateAddresses))) {
            keys.awaitFirst();
            TokenExamination anywhere = TokenExamination.of(token, keys, publicUrl, SERVICES, clock);
            return called.map(address -> TokenExamination.of(token, keys, "", address, clock))
                    .or(() -> path(anywhere).map(path -> TokenExamination.of(token, keys, publicUrl, path, clock)))
                    .orElse(anywhere);
        } finally {
            vertx.close();
        }
    }

    /** Behind our address, as the token names it. */
    private Optional<String> path(TokenExamination examination) {
        return examination
                .said()
                .flatMap(said -> said.audience().stream()
                        .filter(address -> !publicUrl.isEmpty() && address.startsWith(publicUrl + SERVICES))
                        .map(address -> address.substring(publicUrl.length()))
                        .findFirst());
    }
}
