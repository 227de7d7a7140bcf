package org.livercds.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request says again is one node, and still in each place. */
class RepeatsTest {

    private static ObjectNode shared(String body) {
        return PlainTree.shared(body.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private static String all(IntStream numbers, String form) {
        return numbers.mapToObj(i -> form.replace("#", "" + i)).collect(Collectors.joining(",", "{\"all\":[", "]}"));
    }

    @Test
    void the_same_under_the_same_name_is_one_node() {
        JsonNode all = shared(all(IntStream.of(1, 2, 1), "{\"code\":{\"text\":\"#\"},\"value\":{\"of\":\"#\"}}"))
                .path("all");
        assertSame(all.path(0).path("code"), all.path(2).path("code"));
        assertEquals("2", all.path(1).path("code").path("text").asText());
        assertNotSame(all.path(0).path("value"), all.path(2).path("value"));
    }

    /** What begins alike is not the same, nor what is written otherwise, nor what stands under another name. */
    @Test
    void only_the_same_bytes_are_the_same() {
        ObjectNode tree = shared("{\"a\":{\"code\":[1],\"subject\":[1]},\"b\":{\"code\":[1,2]},\"c\":{\"code\":[ 1]},"
                + "\"d\":{\"code\":[1]},\"e\":{\"code\":\"[1]\"}}");
        assertSame(tree.path("a").path("code"), tree.path("d").path("code"));
        assertNotSame(tree.path("a").path("code"), tree.path("c").path("code"));
        assertNotSame(tree.path("a").path("code"), tree.path("a").path("subject"));
        assertEquals(2, tree.path("b").path("code").size());
        assertEquals("[1]", tree.path("e").path("code").asText());
    }

    /** Two that look alike and have no id are two. */
    @ParameterizedTest
    @ValueSource(strings = {"resource", "contained", "entry", "parameter", "prefetch"})
    void resources_are_not_shared(String name) {
        JsonNode all = shared(all(IntStream.of(1, 1), "{\"" + name + "\":{\"resourceType\":\"Observation\"}}"))
                .path("all");
        assertNotSame(all.path(0).path(name), all.path(1).path(name));
    }

    /** More kinds than are remembered, and none that comes again. */
    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 40, 1_000})
    void each_place_has_its_own_value(int kinds) {
        IntStream numbers = IntStream.range(0, 3_000).map(i -> i % kinds);
        JsonNode all = shared(all(numbers, "{\"code\":{\"text\":\"#\"}}")).path("all");
        for (int i = 0; i < 3_000; i++) {
            assertEquals("" + i % kinds, all.path(i).path("code").path("text").asText());
        }
    }

    @Test
    void long_values_are_read_again() {
        String text = "x".repeat(600);
        JsonNode all = shared(all(IntStream.of(1, 1), "{\"code\":{\"text\":\"" + text + "\"}}"))
                .path("all");
        assertNotSame(all.path(0).path("code"), all.path(1).path("code"));
    }

    /** What is deep and stands deep must not be deeper than what Jackson would read. */
    @Test
    void what_is_repeated_deep_inside_is_not_too_deep() {
        String deep = "[".repeat(45) + "]".repeat(45);
        String body = "{\"code\":" + deep + ",\"b\":" + "{\"b\":".repeat(46) + "{\"code\":" + deep + "}"
                + "}".repeat(46) + ",\"more\":\"of it\"}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        assertTrue(PlainTree.shared(bytes).isPresent());
        assertEquals(WireJson.readAny(bytes), shared(body));
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                "{}",
                "[]",
                "{\"a\":1}",
                "{\"a\":1.0}",
                "{\"a\":[1]}",
                "{\"code\":{\"a\":1}}",
                "[{\"a\":1},{\"a\":1}]",
                "1",
                "\"x\"");
    }

    @Property
    void shared_or_not_it_is_the_same(
            @ForAll("values") String a, @ForAll("values") String b, @ForAll("values") String c) {
        String body = "{\"x\":{\"code\":" + a + ",\"subject\":" + b + "},\"y\":{\"code\":" + b + ",\"subject\":" + c
                + "},\"z\":{\"code\":" + c + ",\"subject\":" + a + "}}";
        assertEquals(WireJson.readAny(body.getBytes(StandardCharsets.UTF_8)), shared(body));
    }
}
