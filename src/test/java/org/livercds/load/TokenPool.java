package org.livercds.load;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.livercds.security.Keys;
import org.livercds.security.Token;

/** Tokens of one client for one address, signed before the load begins so that signing is no part of it; each once. */
final class TokenPool {

    private final String[] tokens;
    private final AtomicInteger next = new AtomicInteger();

    private TokenPool(String... tokens) {
        this.tokens = tokens;
    }

    static TokenPool of(Tenant tenant, String path, int count, int seconds) {
        Instant now = Instant.now();
        return new TokenPool(IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> Token.of(tenant.issuer(), Tenant.PUBLIC_URL + path, now)
                        .text("tenant", tenant.client())
                        .time("exp", now, seconds)
                        .signedBy(Keys.RS384, "RS384")
                        .compact())
                .toArray(String[]::new));
    }

    boolean isEmpty() {
        return next.get() >= tokens.length;
    }

    String take() {
        int mine = next.getAndIncrement();
        if (mine >= tokens.length) {
            throw new IllegalStateException("the " + tokens.length + " tokens that were made are used up");
        }
        return tokens[mine];
    }
}
