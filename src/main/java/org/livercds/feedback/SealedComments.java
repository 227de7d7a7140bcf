package org.livercds.feedback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.livercds.hooks.Hmac;

/**
 * What users wrote, as it stands in the tables: {@code 1.} and base64url of a random nonce, the text under AES-256-GCM, and
 * its tag. It belongs to its card, so that it says nothing beside another. While keys are changed it is sealed under the
 * first and opened under both.
 */
public final class SealedComments {

    private static final String FORM = "1.";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final List<SecretKey> keys;

    /** @param previous the key before this one, under which older comments stand */
    public SealedComments(byte[] key, Optional<byte[]> previous) {
        this.keys = Stream.concat(Stream.of(key), previous.stream())
                .map(SealedComments::derived)
                .toList();
    }

    /** A key for nothing but comments: HKDF-Expand (RFC 5869) with one block. */
    private static SecretKey derived(byte[] key) {
        Mac mac = Hmac.of(key);
        mac.update("livercds feedback comment".getBytes(StandardCharsets.US_ASCII));
        return new SecretKeySpec(mac.doFinal(new byte[] {1}), "AES");
    }

    public String seal(UUID card, String comment) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] hidden = cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce, card.toString())
                    .doFinal(comment.getBytes(StandardCharsets.UTF_8));
            byte[] all = ByteBuffer.allocate(nonce.length + hidden.length)
                    .put(nonce)
                    .put(hidden)
                    .array();
            return FORM + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + CIPHER, impossible);
        }
    }

    /** The comment, or nothing where it is of another key or another card, or damaged. */
    public Optional<String> open(String card, String sealed) {
        return bytes(sealed)
                .flatMap(all -> keys.stream()
                        .flatMap(key -> opened(key, card, all).stream())
                        .findFirst());
    }

    private static Optional<byte[]> bytes(String sealed) {
        try {
            return Optional.of(sealed)
                    .filter(text -> text.startsWith(FORM))
                    .map(text -> Base64.getUrlDecoder().decode(text.substring(FORM.length())))
                    .filter(all -> all.length >= NONCE_BYTES + TAG_BYTES);
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<String> opened(SecretKey key, String card, byte[] all) {
        try {
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            byte[] open =
                    cipher(Cipher.DECRYPT_MODE, key, nonce, card).doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return Optional.of(new String(open, StandardCharsets.UTF_8));
        } catch (AEADBadTagException notOfThisKeyOrCard) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + CIPHER, impossible);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String card) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD((FORM + card).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
