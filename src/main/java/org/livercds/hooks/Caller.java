package org.livercds.hooks;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Who calls, as far as it was proved.
 *
 * @param client the name under which the client is registered here; empty where nobody was asked, or nobody answered
 * @param issuer of its token
 * @param tenant of the client, where it serves several
 * @param tokenId of its token, used once
 */
public record Caller(
        Optional<String> client, Optional<String> issuer, Optional<String> tenant, Optional<String> tokenId) {

    /** Somebody, where clients need not say who they are. */
    public static final Caller UNKNOWN =
            new Caller(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Caller {
        requireNonNull(client, "client");
        requireNonNull(issuer, "issuer");
        requireNonNull(tenant, "tenant");
        requireNonNull(tokenId, "tokenId");
    }
}
