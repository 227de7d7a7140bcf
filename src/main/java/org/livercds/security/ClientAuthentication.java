package org.livercds.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.livercds.hooks.Caller;

/**
 * Lets in who has a token that a registered client signed for this very address, and that was not used before,
 * <a href="https://cds-hooks.hl7.org/2.0/#trusting-cds-clients">CDS Hooks 2.0, trusting CDS clients</a>.
 */
public final class ClientAuthentication {

    /** A token is forgotten only when it is over for every clock. */
    private static final Duration REMEMBERED_LONGER = ClaimsCheck.SKEW.multipliedBy(2);

    private final ClientRegistry clients;
    private final SignatureCheck signature = new SignatureCheck();
    private final ClaimsCheck claims;
    private final UsedTokens used;
    private final Clock clock;

    /** @param publicUrl under which clients call this service */
    public ClientAuthentication(ClientKeys clients, String publicUrl, UsedTokens used, Clock clock) {
        this.clients = new ClientRegistry(clients.clients());
        this.claims = new ClaimsCheck(new Audience(publicUrl));
        this.used = used;
        this.clock = clock;
    }

    /**
     * Blocks while keys are read.
     *
     * @param authorization all headers of that name
     * @param path that is called, as in {@code /cds-services/some-service}
     * @throws DeniedException with the reason, for the audit alone
     */
    public Caller authenticate(List<String> authorization, String path) {
        BearerToken token = BearerToken.read(authorization);
        RegisteredClient client = clients.find(token);
        denial(token, client, path).ifPresent(denial -> {
            throw new DeniedException(denial, token.claims().caller());
        });
        return new Caller(
                Optional.of(client.name()),
                Optional.of(client.issuer()),
                client.tenant(),
                token.claims().tokenId());
    }

    private Optional<Denial> denial(BearerToken token, RegisteredClient client, String path) {
        if (!client.algorithms().contains(token.header().algorithm())) {
            return Optional.of(Denial.ALGORITHM);
        }
        return signature
                .denial(token, client)
                .or(() -> claims.denial(token.claims(), client, path, clock.instant()))
                .or(() -> use(token.claims(), client));
    }

    private Optional<Denial> use(TokenClaims token, RegisteredClient client) {
        Instant until = token.time("exp").orElseThrow().plus(REMEMBERED_LONGER);
        return switch (used.use(client.name(), token.tokenId().orElseThrow(), until)) {
            case FIRST -> Optional.empty();
            case AGAIN -> Optional.of(Denial.USED_BEFORE);
            case UNKNOWN -> Optional.of(Denial.USE_UNKNOWN);
        };
    }
}
