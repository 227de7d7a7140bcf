package org.livercds.security;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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

    void check() {
        if (issuer.isBlank()) {
            throw new IllegalArgumentException(setting("issuer") + " is empty; it is iss of the client's tokens.");
        }
        if (jwksUrl.isEmpty() && jwksFile.isEmpty()) {
            throw new IllegalArgumentException(
                    setting("jwks-url") + " or jwks-file has to say where the public keys of the client are.");
        }
        if (maxTokenLife.isNegative() || maxTokenLife.isZero() || maxTokenLife.compareTo(LONGEST_LIFE) > 0) {
            throw new IllegalArgumentException(setting("max-token-life") + " lies between one second and one hour.");
        }
    }
}
