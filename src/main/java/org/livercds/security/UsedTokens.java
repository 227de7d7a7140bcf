package org.livercds.security;

import java.time.Instant;

/** Which tokens were used; each may be used once. Safe for many threads. */
public interface UsedTokens {

    /** Whether a token may be used now. */
    enum Use {
        FIRST,
        AGAIN,
        /** Nobody can tell; then it is not used. */
        UNKNOWN
    }

    /**
     * Remembers the token, in one step with asking for it.
     *
     * @param client whose token it is; ids of two clients have nothing to do with each other
     * @param until when it could be used at the latest
     */
    Use use(String client, String tokenId, Instant until);

    /** What has to be done at start and from time to time, by one thread: what broke is tried again. */
    default void upkeep() {}
}
