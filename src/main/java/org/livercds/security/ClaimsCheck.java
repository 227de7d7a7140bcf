package org.livercds.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether the claims of a verified token let it in here and now. */
record ClaimsCheck(Audience audience) {

    /** How far clocks may be apart. */
    static final Duration SKEW = Duration.ofSeconds(30);

    Optional<Denial> denial(TokenClaims claims, RegisteredClient client, String path, Instant now) {
        return audience(claims, path)
                .or(() -> times(claims, client, now))
                .or(() -> tenant(claims, client))
                .or(() -> tokenId(claims));
    }

    Optional<Denial> audience(TokenClaims claims, String path) {
        return audience.admits(claims.audience(), path) ? Optional.empty() : Optional.of(Denial.AUDIENCE);
    }

    static Optional<Denial> tenant(TokenClaims claims, RegisteredClient client) {
        return client.isFor(claims) ? Optional.empty() : Optional.of(Denial.TENANT);
    }

    static Optional<Denial> tokenId(TokenClaims claims) {
        return claims.tokenId().isPresent() ? Optional.empty() : Optional.of(Denial.NO_TOKEN_ID);
    }

    static Optional<Denial> times(TokenClaims claims, RegisteredClient client, Instant now) {
        Optional<Instant> expires = claims.time("exp");
        Optional<Instant> issued = claims.time("iat");
        Optional<Instant> from = claims.has("nbf") ? claims.time("nbf") : issued;
        if (expires.isEmpty() || issued.isEmpty() || from.isEmpty()) {
            return Optional.of(Denial.TIMES_MISSING);
        }
        if (!now.isBefore(expires.get().plus(SKEW))) {
            return Optional.of(Denial.EXPIRED);
        }
        if (issued.get().isAfter(now.plus(SKEW))) {
            return Optional.of(Denial.ISSUED_IN_THE_FUTURE);
        }
        if (from.get().isAfter(now.plus(SKEW))) {
            return Optional.of(Denial.NOT_YET_VALID);
        }
        return expires.get().isAfter(issued.get().plus(client.longestLife()))
                ? Optional.of(Denial.LIVES_TOO_LONG)
                : Optional.empty();
    }
}
