package org.livercds.hooks;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * Who calls, as far as it was proved, and in which language the answer is.
 *
 * @param client the name under which the client is registered here; empty where nobody was asked, or nobody answered
 * @param issuer of its token
 * @param tenant of the client, where it serves several
 * @param tokenId of its token, used once
 * @param waited how long it took to prove that; the rest of the call has so much less time
 * @param language of the answer
 */
public record Caller(
        Optional<String> client,
        Optional<String> issuer,
        Optional<String> tenant,
        Optional<String> tokenId,
        Duration waited,
        Language language) {

    /** Somebody, where clients need not say who they are. */
    public static final Caller UNKNOWN =
            new Caller(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Caller {
        requireNonNull(client, "client");
        requireNonNull(issuer, "issuer");
        requireNonNull(tenant, "tenant");
        requireNonNull(tokenId, "tokenId");
        requireNonNull(waited, "waited");
        requireNonNull(language, "language");
    }

    public Caller(Optional<String> client, Optional<String> issuer, Optional<String> tenant, Optional<String> tokenId) {
        this(client, issuer, tenant, tokenId, Duration.ZERO, Language.EN);
    }

    public Caller after(Duration time) {
        return new Caller(client, issuer, tenant, tokenId, time, language);
    }

    public Caller in(Language chosen) {
        return chosen == language ? this : new Caller(client, issuer, tenant, tokenId, waited, chosen);
    }
}
