package org.livercds.security;

import java.util.List;

/** All clients that may call. */
final class ClientRegistry {

    private final List<RegisteredClient> clients;

    ClientRegistry(List<RegisteredClient> clients) {
        this.clients = List.copyOf(clients);
    }

    /**
     * The client whose token this can be, to be verified by its keys. Its tenant is only what tells several clients of one
     * issuer apart.
     *
     * @throws DeniedException where there is none
     */
    RegisteredClient find(BearerToken token) {
        TokenClaims claims = token.claims();
        String issuer = claims.issuer().orElseThrow(() -> new DeniedException(Denial.NO_ISSUER, claims.caller()));
        List<RegisteredClient> ofIssuer = clients.stream()
                .filter(client -> client.issuer().equals(issuer))
                .toList();
        if (ofIssuer.isEmpty()) {
            throw new DeniedException(Denial.UNKNOWN_ISSUER, claims.caller());
        }
        List<RegisteredClient> candidates = ofIssuer.stream()
                .filter(client -> token.header().keySet().isEmpty()
                        || token.header().keySet().equals(client.keySet()))
                .toList();
        return candidates.stream()
                .filter(client -> client.isFor(claims))
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .orElseThrow(() -> new DeniedException(Denial.UNKNOWN_KEY_SET, claims.caller()));
    }
}
