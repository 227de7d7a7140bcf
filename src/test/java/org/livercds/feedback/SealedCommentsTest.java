package org.livercds.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedCommentsTest {

    private static final byte[] KEY = "a key of thirty-two bytes or more".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OTHER = new byte[32];
    private static final UUID CARD = Told.card(1, 1, 0);
    private static final SealedComments COMMENTS = new SealedComments(KEY, Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {"x", "Ann Bell declined", "ü, 癌, 🙂\r\n\"=1+1\"", ""})
    void what_was_sealed_is_opened(String words) {
        assertEquals(Optional.of(words), COMMENTS.open(CARD.toString(), COMMENTS.seal(CARD, words)));
    }

    @Test
    void a_long_one_too() {
        String words = "ä".repeat(2048);
        assertEquals(Optional.of(words), COMMENTS.open(CARD.toString(), COMMENTS.seal(CARD, words)));
    }

    @Test
    void it_says_its_form_and_nothing_else_and_no_two_are_alike() {
        String one = COMMENTS.seal(CARD, "Ann Bell declined");
        assertTrue(one.matches("1\\.[A-Za-z0-9_-]{60}"), one);
        assertNotEquals(one, COMMENTS.seal(CARD, "Ann Bell declined"));
    }

    @Test
    void another_key_opens_nothing() {
        String sealed = COMMENTS.seal(CARD, "words");
        assertEquals(Optional.empty(), new SealedComments(OTHER, Optional.empty()).open(CARD.toString(), sealed));
    }

    /** Keys of the ids and hashes are not those of the comments, though all come from one setting. */
    @Test
    void a_comment_is_not_sealed_under_the_setting_itself() throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] sealed = Base64.getUrlDecoder()
                .decode(new SealedComments(OTHER, Optional.empty())
                        .seal(CARD, "words")
                        .substring(2));
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(OTHER, "AES"), new GCMParameterSpec(128, sealed, 0, 12));
        cipher.updateAAD(("1." + CARD).getBytes(StandardCharsets.US_ASCII));
        assertThrows(AEADBadTagException.class, () -> cipher.doFinal(sealed, 12, sealed.length - 12));
    }

    @Test
    void beside_another_card_it_says_nothing() {
        String sealed = COMMENTS.seal(CARD, "words");
        assertEquals(Optional.empty(), COMMENTS.open(Told.card(1, 1, 0).toString(), sealed));
    }

    @Test
    void a_changed_sign_anywhere_is_noticed() {
        String sealed = COMMENTS.seal(CARD, "words and more words");
        IntStream.range(0, sealed.length()).forEach(i -> {
            String changed = sealed.substring(0, i) + (sealed.charAt(i) == 'A' ? 'Q' : 'A') + sealed.substring(i + 1);
            assertEquals(Optional.empty(), COMMENTS.open(CARD.toString(), changed), changed);
        });
    }

    @Test
    void while_keys_are_changed_both_open_and_the_first_seals() {
        SealedComments rotated = new SealedComments(OTHER, Optional.of(KEY));
        assertEquals(Optional.of("old"), rotated.open(CARD.toString(), COMMENTS.seal(CARD, "old")));
        String sealed = rotated.seal(CARD, "new");
        assertEquals(Optional.of("new"), rotated.open(CARD.toString(), sealed));
        assertFalse(COMMENTS.open(CARD.toString(), sealed).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.", "1.AAAA", "1.not base64!", "2.AAAA", "free text", "1"})
    void what_is_no_sealed_comment_is_none(String text) {
        assertEquals(Optional.empty(), COMMENTS.open(CARD.toString(), text));
    }
}
