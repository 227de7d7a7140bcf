package org.livercds.hooks;

import java.security.SecureRandom;

/** Ids of cards under a key that nobody else has. */
public final class RandomCardIds {

    private RandomCardIds() {}

    public static CardIds make() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new CardIds(key);
    }
}
