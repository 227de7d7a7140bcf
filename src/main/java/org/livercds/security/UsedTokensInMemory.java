package org.livercds.security;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Of one process: where several answer for one address, each would let a token in once. A client that has more tokens
 * under way than are remembered is let in again when some of them are over; nothing is forgotten before.
 */
public final class UsedTokensInMemory implements UsedTokens {

    private final Clock clock;
    private final int most;
    private final Map<String, Cache<String, Instant>> ofClients = new ConcurrentHashMap<>();

    /** @param most that are remembered for one client */
    public UsedTokensInMemory(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    @Override
    public Use use(String client, String tokenId, Instant until) {
        Cache<String, Instant> used =
                ofClients.computeIfAbsent(client, name -> UntilOver.remembering(clock, over -> over));
        if (UntilOver.isFull(used, most)) {
            return used.getIfPresent(tokenId) == null ? Use.UNKNOWN : Use.AGAIN;
        }
        return used.asMap().putIfAbsent(tokenId, until) == null ? Use.FIRST : Use.AGAIN;
    }
}
