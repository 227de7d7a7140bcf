package org.livercds.load;

import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.livercds.security.Keys;
import org.livercds.security.Token;

/** Tokens of one client for one address, signed before a load begins so that signing is no part of it; each once. */
public record TokenPool(Tenant tenant, String path, Queue<String> tokens) {

    public TokenPool(Tenant tenant, String path) {
        this(tenant, path, new ConcurrentLinkedQueue<>());
    }

    /** So many new ones, good for so many seconds, in place of what is left. */
    public void fill(int count, int seconds) {
        Instant now = Instant.now();
        tokens.clear();
        IntStream.range(0, count)
                .parallel()
                .forEach(i -> tokens.add(Token.of(tenant.issuer(), Tenant.PUBLIC_URL + path, now)
                        .text("tenant", tenant.client())
                        .time("exp", now, seconds)
                        .signedBy(Keys.RS384, "RS384")
                        .compact()));
    }

    boolean isEmpty() {
        return tokens.isEmpty();
    }

    String take() {
        String token = tokens.poll();
        if (token == null) {
            throw new IllegalStateException("the tokens that were made are used up");
        }
        return token;
    }
}
