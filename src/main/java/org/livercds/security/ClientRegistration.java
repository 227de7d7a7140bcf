package org.livercds.security;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.livercds.outbound.AllowedServers;

/**
 * What an operator says of a client, under {@code livercds.clients."name"}.
 *
 * @param jwksUrl address of its keys
 * @param jwksFile its keys; where the address is given too, nothing is fetched from it
 * @param algorithms beside, or instead of, those of CDS Hooks; empty for these
 */
public record ClientRegistration(
        String name,
        String issuer,
        Optional<String> tenant,
        Optional<String> jwksUrl,
        Optional<Path> jwksFile,
        List<String> algorithms,
        Duration maxTokenLife) {

    private static final Duration LONGEST_LIFE = Duration.ofHours(1);

    public ClientRegistration {
        algorithms = List.copyOf(algorithms);
    }

    /** As a setting is written. */
    String setting(String key) {
        return "livercds.clients.\"" + name + "\"." + key;
    }

    /** A sentence for each thing that cannot be used, as it is now. */
    public List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        if (issuer.isBlank()) {
            mistakes.add(setting("issuer") + " is empty; it is iss of the client's tokens.");
        }
        if (jwksUrl.isEmpty() && jwksFile.isEmpty()) {
            mistakes.add(setting("jwks-url") + " or jwks-file has to say where the public keys of the client are.");
        }
        if (maxTokenLife.isNegative() || maxTokenLife.isZero() || maxTokenLife.compareTo(LONGEST_LIFE) > 0) {
            mistakes.add(setting("max-token-life") + " lies between one second and one hour.");
        }
        jwksUrl.flatMap(url -> mistake(() -> new AllowedServers(setting("jwks-url"), List.of(url), List.of())))
                .ifPresent(mistakes::add);
        jwksFile.flatMap(file -> mistake(() -> KeySetFile.checked(setting("jwks-file"), file)))
                .ifPresent(mistakes::add);
        mistake(() -> Algorithms.named(setting("algorithms"), algorithms)).ifPresent(mistakes::add);
        return mistakes;
    }

    /** A sentence where two clients cannot be told from each other. */
    public static Optional<String> mistake(List<ClientRegistration> clients) {
        Set<List<Object>> seen = new HashSet<>();
        return clients.stream()
                .filter(client -> !seen.add(List.of(client.issuer(), client.tenant())))
                .map(client -> "livercds.clients has two clients of the same issuer and tenant; \"" + client.name()
                        + "\" is one of them. Clients of one issuer need a tenant each.")
                .findFirst();
    }

    private static Optional<String> mistake(Runnable making) {
        try {
            making.run();
            return Optional.empty();
        } catch (IllegalArgumentException unusable) {
            return Optional.of(unusable.getMessage());
        }
    }
}
