package org.livercds.service;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.livercds.audit.Incidents;
import org.livercds.fhir.Networks;
import org.livercds.fhir.Networks.Network;
import org.livercds.security.ClientAuthentication;
import org.livercds.security.ClientKeys;
import org.livercds.security.ClientRegistration;
import org.livercds.security.UsedTokens;
import org.livercds.security.UsedTokens.Use;
import org.livercds.security.UsedTokensInMemory;
import org.livercds.security.UsedTokensInPostgresql;

/** What the settings say of those who call: made once, at start, where a mistake stops it. */
final class Clients {

    static final String SETTING = "livercds.clients";

    @Produces
    @Singleton
    @Startup
    ClientKeys keys(LiverCdsConfig config, Vertx vertx) {
        ClientKeys keys = Content.orRefuse(
                SETTING,
                () -> new ClientKeys(
                        vertx,
                        registrations(config),
                        config.fhir().privateAddresses().orElse(List.of())));
        keys.awaitFirst();
        return keys;
    }

    void close(@Disposes ClientKeys keys) {
        keys.close();
    }

    @Produces
    @Singleton
    UsedTokens usedTokens(
            LiverCdsConfig config,
            Database database,
            MeterRegistry metrics,
            Incidents incidents,
            Turns turns,
            Clock clock) {
        LiverCdsConfig.Auth auth = config.auth();
        UsedTokens own = new UsedTokensInMemory(clock, auth.mostUsedTokens());
        return switch (auth.usedTokens()) {
            case MEMORY -> own;
            case POSTGRESQL ->
                new AskedOutOfTurn(
                        new UsedTokensInPostgresql(
                                database.requiredBy("livercds.auth.used-tokens=postgresql"),
                                database::makeTables,
                                own,
                                auth.usedTokensAway() == LiverCdsConfig.Auth.Away.ADMIT ? Use.FIRST : Use.UNKNOWN,
                                new TokenSharing(incidents, auth.usedTokensAway(), metrics),
                                clock),
                        turns);
        };
    }

    /** Who asks waits for a database, and others work meanwhile. */
    record AskedOutOfTurn(UsedTokens shared, Turns turns) implements UsedTokens {

        @Override
        public Use use(String client, String tokenId, Instant until) {
            return turns.waitFor(() -> shared.use(client, tokenId, until));
        }

        @Override
        public void upkeep() {
            shared.upkeep();
        }
    }

    @Produces
    @Singleton
    @Startup
    ClientAuthentication authentication(LiverCdsConfig config, ClientKeys keys, UsedTokens used, Clock clock) {
        return Content.orRefuse(
                SETTING, () -> new ClientAuthentication(keys, config.publicUrl().orElse(""), used, clock));
    }

    /** Which FHIR servers each client may have read. */
    static Networks networks(LiverCdsConfig config) {
        List<String> privateAddresses = config.fhir().privateAddresses().orElse(List.of());
        Network others = Network.of(
                "livercds.fhir.allowed-servers",
                config.fhir().allowedServers().orElse(List.of()),
                privateAddresses,
                config.deadline());
        Map<String, Network> clients = config.clients().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        client -> Network.of(
                                SETTING + ".\"" + client.getKey() + "\".fhir-servers",
                                client.getValue().fhirServers().orElse(List.of()),
                                privateAddresses,
                                client.getValue().deadline().orElse(config.deadline()))));
        return new Networks(others, clients);
    }

    static List<ClientRegistration> registrations(LiverCdsConfig config) {
        return config.clients().entrySet().stream().map(Clients::registration).toList();
    }

    private static ClientRegistration registration(Map.Entry<String, LiverCdsConfig.Client> named) {
        LiverCdsConfig.Client client = named.getValue();
        return new ClientRegistration(
                named.getKey(),
                client.issuer(),
                client.tenant(),
                client.jwksUrl(),
                client.jwksFile(),
                client.algorithms().orElse(List.of()),
                client.maxTokenLife());
    }
}
