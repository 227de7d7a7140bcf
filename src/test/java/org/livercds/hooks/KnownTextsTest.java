package org.livercds.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts are what was sent, whatever was read before them. */
class KnownTextsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Texts of few letters, so that many are read again, and many are in the way of others. */
    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> near = Arbitraries.strings().withChars('a', 'b').ofMaxLength(7);
        Arbitrary<String> about = Arbitraries.strings()
                .withChars('a', 'é', '肝', '"', '\\', '\n')
                .ofMinLength(60)
                .ofMaxLength(70);
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(200).filter(KnownTextsTest::isWhole);
        return Arbitraries.oneOf(near, about, any).list().ofMaxSize(300);
    }

    private static boolean isWhole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    @Property
    void they_are_those_that_were_sent(@ForAll("texts") List<String> texts) throws IOException {
        assertEquals(texts, read(texts, StandardCharsets.UTF_8));
        assertEquals(texts, read(texts, StandardCharsets.UTF_16BE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 3_999, 4_000, 4_001, 70_000})
    void of_any_length(int length) throws IOException {
        String one = "x".repeat(length);
        String other = "x".repeat(length - 1) + "y";
        List<String> texts = List.of(one, other, one, one, other);
        assertEquals(texts, read(texts, StandardCharsets.UTF_8));
    }

    @Test
    void what_comes_again_is_not_made_again() throws IOException {
        ObjectNode read =
                WireJson.readObject("{\"a\":\"http://loinc.org\",\"b\":{\"c\":\"http://loinc.org\"},\"d\":\"and more\"}"
                        .getBytes(StandardCharsets.UTF_8));
        assertSame(read.path("a"), read.path("b").path("c"));
    }

    /** Control characters, and bytes that begin no letter; in texts that are looked up, and in longer ones. */
    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x09, 0x0A, 0x1F, 0x80, 0xC0, 0xFF})
    void what_no_text_may_hold_is_refused_wherever_it_stands(int wrong) {
        for (int place = 0; place < 70; place++) {
            byte[] letters = "x".repeat(70).getBytes(StandardCharsets.US_ASCII);
            letters[place] = (byte) wrong;
            String body = "{\"a\":\"" + new String(letters, StandardCharsets.ISO_8859_1) + "\",\"b\":\"and more\"}";
            assertThrows(
                    RefusedException.class,
                    () -> WireJson.readObject(body.getBytes(StandardCharsets.ISO_8859_1)),
                    "at " + place);
        }
    }

    /** In texts that are looked up, the second time found, and in longer ones. */
    @ParameterizedTest
    @ValueSource(strings = {" ", "!", "~", "\u007F", "/", "[", "]", "#", "é", "\u0080", "肝", "\uD83E\uDE7A"})
    void every_other_letter_stays_what_it_is(String letter) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int place = 0; place < 70; place++) {
            texts.add("x".repeat(place) + letter + "y".repeat(place % 9));
            texts.add("x".repeat(place) + letter + "y".repeat(place % 9));
        }
        assertEquals(texts, read(texts, StandardCharsets.UTF_8));
    }

    @Test
    void a_mark_before_the_body_moves_no_text() {
        byte[] marked = "\uFEFF{\"a\":\"a text\",\"b\":[\"a text\",\"\"]}".getBytes(StandardCharsets.UTF_8);
        ObjectNode read = WireJson.readObject(marked);
        assertEquals("a text", read.path("a").textValue());
        assertEquals("a text", read.path("b").path(0).textValue());
        assertEquals("", read.path("b").path(1).textValue());
    }

    private static List<String> read(List<String> texts, Charset charset) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        texts.forEach(body.putArray("texts")::add);
        List<String> read = new ArrayList<>();
        for (JsonNode text : WireJson.readObject(JSON.writeValueAsString(body).getBytes(charset))
                .path("texts")) {
            read.add(text.textValue());
        }
        return read;
    }
}
