package org.livercds.security.smart;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.livercds.hooks.Hmac;

/** Random text that nobody guesses, as it goes out; kept is only its hash. */
record Secret(String text) {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret random() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return new Secret(encoded(random));
    }

    /** Names something in a browser's address; opens nothing. */
    static String name() {
        byte[] random = new byte[12];
        RANDOM.nextBytes(random);
        return encoded(random);
    }

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** Also the challenge of PKCE, RFC 7636, section 4.2. */
    String hash() {
        try {
            byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
            return encoded(MessageDigest.getInstance("SHA-256").digest(ascii));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** Shows that somebody has seen a page that was made for the holder, and tells nothing of it. */
    String proofOf(String purpose) {
        byte[] key = text.getBytes(StandardCharsets.US_ASCII);
        return encoded(Hmac.of(key).doFinal(purpose.getBytes(StandardCharsets.US_ASCII)));
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
