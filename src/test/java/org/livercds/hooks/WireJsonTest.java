package org.livercds.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireJsonTest {

    @Test
    void the_narrative_is_dropped_and_everything_else_is_kept() {
        assertEquals(
                "{\"a\":[{\"text\":{\"status\":\"generated\"},\"b\":1.10}],\"code\":{\"text\":\"words\"},\"c\":[],\"d\":{},\"e\":null}",
                read("{\"a\":[{\"text\":{\"status\":\"generated\",\"div\":\"<div>x</div>\"},\"b\":1.10}],"
                        + "\"code\":{\"text\":\"words\"},\"c\":[],\"d\":{},\"e\":null}"));
    }

    @Test
    void a_narrative_before_other_properties_hides_none_of_them() {
        assertEquals(
                "{\"text\":{\"status\":\"generated\"},\"subject\":{\"reference\":\"Patient/1\"}}",
                read("{\"text\":{\"div\":\"x\",\"status\":\"generated\"},\"subject\":{\"reference\":\"Patient/1\"}}"));
    }

    @Test
    void a_div_outside_a_narrative_is_kept() {
        assertEquals("{\"div\":\"x\"}", read("{\"div\":\"x\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{}{}",
                "{} x",
                "{\"a\":1,\"a\":2}",
                "{\"a\":NaN}",
                "{'a':1}",
                "{\"a\":1,}",
                "// c\n{}",
                "{\"text\":{\"div\":1,\"div\":2}}",
                "{\"a\":1E99999999999}",
                "{\"\\ud800\":1}",
                "{\"a\":[{\"b\\udc00\":1}]}"
            })
    void what_is_not_one_strict_object_is_refused(String body) {
        RefusedException refused =
                assertThrows(RefusedException.class, () -> WireJson.readObject(body.getBytes(StandardCharsets.UTF_8)));
        assertEquals(Refusal.NOT_JSON, refused.refusal());
    }

    @Test
    void a_hundred_levels_are_read_and_one_more_is_refused() {
        assertEquals(
                100,
                read("{\"a\":".repeat(100) + "1" + "}".repeat(100))
                        .chars()
                        .filter(c -> c == '{')
                        .count());
        String tooDeep = "{\"a\":".repeat(101) + "1" + "}".repeat(101);
        assertThrows(RefusedException.class, () -> read(tooDeep));
    }

    /** The exponent is looked at before anything is done with the number, printing included. */
    @ParameterizedTest
    @CsvSource({
        "1E+1000000000, 1E+60",
        "-1E+1000000000, -1E+60",
        "1E-1000000000, 1E-60",
        "9.99E+2147483647, 1E+60",
        "0E+1000000000, 0",
        "1E+61, 1E+60",
        "1E+60, 1E+60",
        "1E2, 1E+2",
        "29.90, 29.90"
    })
    void a_number_beyond_sense_becomes_one_that_is_harmless(String written, BigDecimal read) {
        for (String place : List.of("{\"v\":%s}", "{\"context\":{\"x\":[%s]}}", "{\"a\":{\"expires_in\":%s}}")) {
            BigDecimal number =
                    leaf(WireJson.readObject(place.formatted(written).getBytes(StandardCharsets.UTF_8)));
            assertEquals(0, read.signum() == 0 ? number.signum() : read.compareTo(number));
            assertTrue(number.toPlainString().length() < 70);
        }
    }

    @Test
    void a_number_of_too_many_digits_is_refused() {
        assertThrows(RefusedException.class, () -> read("{\"a\":" + "1".repeat(65) + "}"));
        assertThrows(RefusedException.class, () -> read("{\"a\":0." + "1".repeat(65) + "}"));
    }

    /** Clients that cut a text short leave halves of characters, which could not be written again. */
    @Test
    void half_a_character_becomes_an_unknown_one() {
        assertEquals("{\"a\":\"x\uFFFD\"}", read("{\"a\":\"x\\ud83d\"}"));
        assertEquals("{\"a\":\"\uFFFDx\"}", read("{\"a\":\"\\ude00x\"}"));
        assertEquals("{\"a\":\"\uD83D\uDE00\"}", read("{\"a\":\"\\ud83d\\ude00\"}"));
    }

    /** Wherever it stands in a body, and however it is written. */
    @Test
    void no_half_character_slips_through() {
        for (int before = 0; before < 20; before++) {
            String blanks = " ".repeat(before);
            assertEquals("{\"a\":\"\uFFFD\"}", read(blanks + "{\"a\":\"\\ud83d\"}"));
            assertEquals("{\"a\":\"\uFFFD\"}", read("{\"a\":\"\\uDE00\"}" + blanks));
            byte[] bytes = (blanks + "{\"a\":\"???\"}" + blanks).getBytes(StandardCharsets.UTF_8);
            System.arraycopy(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0xBD}, 0, bytes, before + 6, 3);
            assertEquals("{\"a\":\"\uFFFD\"}", WireJson.readObject(bytes).toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "UTF-16"})
    void half_a_character_in_wide_letters_is_refused_or_becomes_an_unknown_one(String charset) {
        byte[] bytes = "{\"a\":\"\u0EAD\"}".getBytes(Charset.forName(charset));
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == 0x0E ? (byte) 0xD8 : bytes[i];
        }
        String read;
        try {
            read = WireJson.readObject(bytes).toString();
        } catch (RefusedException malformed) {
            read = "refused";
        }
        assertEquals(charset.startsWith("UTF-32") ? "{\"a\":\"\uFFFD\"}" : "refused", read);
    }

    private static BigDecimal leaf(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : leaf(node.elements().next());
    }

    private static String read(String json) {
        return WireJson.readObject(json.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
