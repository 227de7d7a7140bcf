package org.livercds.security;

import com.nimbusds.jose.JWSAlgorithm;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A client that may call.
 *
 * @param issuer {@code iss} of its tokens
 * @param tenant of its tokens; without one they have none
 * @param keySet the only {@code jku} that its tokens may name
 * @param longestLife from {@code iat} to {@code exp}
 */
record RegisteredClient(
        String name,
        String issuer,
        Optional<String> tenant,
        Optional<String> keySet,
        Set<JWSAlgorithm> algorithms,
        Duration longestLife,
        KeptKeys keys) {

    boolean isFor(TokenClaims claims) {
        return tenant.equals(claims.tenant()) && claims.has("tenant") == tenant.isPresent();
    }
}
