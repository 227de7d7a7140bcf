package org.livercds.service;

import java.util.Base64;
import java.util.Optional;

/** Keys as the settings write them. */
final class FeedbackKeys {

    private FeedbackKeys() {}

    /** The decoder's own message would quote a part of the key. */
    static Optional<byte[]> decode(String setting, Optional<String> base64) {
        try {
            return base64.map(Base64.getDecoder()::decode);
        } catch (IllegalArgumentException quoting) {
            throw new StartRefusedException("Liver CDS does not start: " + setting + ": the key is not base64");
        }
    }
}
