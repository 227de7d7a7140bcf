package org.livercds.service;

import java.util.Base64;
import java.util.Optional;

/** Keys as the settings write them. */
final class FeedbackKeys {

    private static final int SHORTEST = 32;

    private FeedbackKeys() {}

    /**
     * The decoder's own message would quote a part of the key.
     *
     * @throws StartRefusedException where it is no key
     */
    static Optional<byte[]> decode(String setting, Optional<String> base64) {
        Optional<byte[]> key = base64.map(text -> bytes(setting, text));
        key.filter(bytes -> bytes.length < SHORTEST).ifPresent(tooShort -> {
            throw new StartRefusedException(
                    setting + " is shorter than " + SHORTEST + " bytes. Make one: openssl rand" + " -base64 32.");
        });
        return key;
    }

    private static byte[] bytes(String setting, String base64) {
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException quoting) {
            throw new StartRefusedException(setting + " is not base64. Make one: openssl rand -base64 32.");
        }
    }
}
