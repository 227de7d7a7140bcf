package org.livercds.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
                "{\"a\":1E99999999999}"
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

    private static String read(String json) {
        return WireJson.readObject(json.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
