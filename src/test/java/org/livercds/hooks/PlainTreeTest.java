package org.livercds.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read without Jackson is what Jackson reads, or is left to it. */
class PlainTreeTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** As machines write it: close together, in lines, with letters as numbers. */
    private static final List<ObjectWriter> WRITERS = List.of(
            JSON.writer(),
            JSON.writerWithDefaultPrettyPrinter(),
            JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).with(JsonWriteFeature.ESCAPE_FORWARD_SLASHES));

    /** Something of everything. */
    private static final String ALL =
            "{\"resourceType\":\"Observation\",\"id\":\"a-1\",\"text\":{\"status\":\"generated\","
                    + "\"div\":\"<div xmlns=\\\"x\\\">Zürich \\u00e9 肝 \\ud83d</div>\"},\"code\":{\"text\":\"a \\\"b\\\" c\\\\d\\n\"},"
                    + "\"valueQuantity\":{\"value\":29.90,\"unit\":\"mm\"},\"list\":[1,-2,3.5,true,false,null,[],{},\"\"],"
                    + "\"städte\":[\"Zürich\",\"肝臓\",\"\\u00e9\"],\"long\":9007199254740993, \"end\" : {\t\"of\":\r\n\"it\"}}";

    private static Optional<ObjectNode> jackson(byte[] body) {
        try {
            return Optional.of(WireJson.readAny(body));
        } catch (RefusedException refused) {
            return Optional.empty();
        }
    }

    /** Also in what numbers are of, and in how they are written. */
    private static void assertAsJackson(byte[] body) {
        Optional<ObjectNode> plain = PlainTree.of(body);
        if (plain.isPresent()) {
            Optional<ObjectNode> jackson = jackson(body);
            assertEquals(jackson, plain, () -> new String(body, StandardCharsets.ISO_8859_1));
            assertEquals(jackson.toString(), plain.toString());
        }
        assertEquals(plain, PlainTree.shared(body));
    }

    private static void assertPlain(byte[] body) {
        assertTrue(PlainTree.of(body).isPresent(), () -> new String(body, StandardCharsets.ISO_8859_1));
        assertAsJackson(body);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Provide
    Arbitrary<JsonNode> objects() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings().alpha().ofMaxLength(20),
                Arbitraries.strings().withChars("ab\"\\/\n\t\b\f\r é肝~ ").ofMaxLength(90),
                Arbitraries.strings().ascii().ofMaxLength(90),
                Arbitraries.of("text", "div", "status", "code", "subject"));
        Arbitrary<JsonNode> leaves = Arbitraries.oneOf(
                texts.map(NODES::textNode),
                Arbitraries.integers().map(NODES::numberNode),
                Arbitraries.longs().map(NODES::numberNode),
                Arbitraries.bigDecimals().ofScale(3).map(NODES::numberNode),
                Arbitraries.of(NODES.booleanNode(true), NODES.booleanNode(false), NODES.nullNode()));
        Arbitrary<String> names = texts;
        return Arbitraries.recursive(
                        () -> leaves,
                        value -> Arbitraries.oneOf(
                                value.list().ofMaxSize(4).map(PlainTreeTest::array),
                                Arbitraries.maps(names, value).ofMaxSize(20).map(PlainTreeTest::object)),
                        3)
                .map(value -> value.isObject() ? value : object(Map.of("text", value)));
    }

    private static JsonNode array(List<JsonNode> elements) {
        return NODES.arrayNode().addAll(elements);
    }

    private static JsonNode object(Map<String, JsonNode> members) {
        return NODES.objectNode().setAll(members);
    }

    @Property
    void it_is_what_jackson_reads_however_it_is_written(@ForAll("objects") JsonNode object) throws IOException {
        for (ObjectWriter writer : WRITERS) {
            assertAsJackson(writer.writeValueAsBytes(object));
        }
    }

    /** Bytes that are changed, left out, put in, or come twice. */
    @Property(tries = 100_000)
    void what_is_damaged_is_what_jackson_reads_of_it_or_is_left_to_jackson(
            @ForAll("damages") List<Tuple.Tuple3<Integer, Integer, Byte>> damages) {
        byte[] body = utf8(ALL);
        for (Tuple.Tuple3<Integer, Integer, Byte> damage : damages) {
            body = damaged(body, damage.get1() % body.length, damage.get2(), damage.get3());
        }
        assertAsJackson(body);
    }

    @Provide
    Arbitrary<List<Tuple.Tuple3<Integer, Integer, Byte>>> damages() {
        Arbitrary<Byte> signs = Arbitraries.of("{}[]\",:\\u0123456789.-+eE tfn/\n\0\u001f"
                .chars()
                .mapToObj(sign -> (byte) sign)
                .toList());
        return Combinators.combine(
                        Arbitraries.integers().between(0, 10_000),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.oneOf(signs, Arbitraries.bytes()))
                .as(Tuple::of)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static byte[] damaged(byte[] body, int place, int kind, byte sign) {
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        damaged.write(body, 0, place);
        switch (kind) {
            case 0 -> damaged.write(sign);
            case 1 -> damaged.writeBytes(new byte[] {sign, body[place]});
            case 2 -> damaged.writeBytes(new byte[] {body[place], body[place]});
            default -> {}
        }
        damaged.write(body, place + 1, body.length - place - 1);
        return damaged.toByteArray();
    }

    @Test
    void something_of_everything_is_read() {
        // but for half a character, which is one only where it is read
        assertPlain(utf8(ALL));
    }

    /** Each byte, wherever it stands in a text, a name, or a narrative. */
    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\":\"%s\"}", "{\"%s\":1 , \"b\":2345678}", "{\"text\":{\"div\":\"%s\"},\"b\":\"and more\"}"
            })
    void no_byte_slips_through(String form) {
        for (int wrong = Byte.MIN_VALUE; wrong <= Byte.MAX_VALUE; wrong++) {
            for (int place = 0; place < 70; place++) {
                byte[] body = utf8(form.formatted("x".repeat(70)));
                body[form.indexOf('%') + place] = (byte) wrong;
                assertAsJackson(body);
            }
        }
    }

    @Test
    void what_is_cut_short_is_never_read() {
        byte[] body = utf8(ALL);
        for (int length = 0; length < body.length; length++) {
            assertTrue(PlainTree.of(Arrays.copyOf(body, length)).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-0.0",
                "0.10",
                "7",
                "-7.250",
                "2147483647",
                "2147483648",
                "-2147483648",
                "-2147483649",
                "123456789012345678",
                "-123456789012345678",
                "0.12345678901234567",
                "12345678901234567.8"
            })
    void numbers_are_exact(String number) {
        assertPlain(utf8("{\"a\":" + number + "}"));
        assertPlain(utf8("{\"a\":[" + number + " ,\n" + number + "]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01",
                "-01",
                "00",
                "1.",
                ".5",
                "-",
                "-.5",
                "+1",
                "--1",
                "1-2",
                "1.2.3",
                "1e2",
                "1E+2",
                "1.0e-2",
                "0x1",
                "1234567890123456789",
                "0.123456789012345678",
                "9223372036854775808",
                "1 2",
                "Infinity",
                "NaN",
                "1f",
                "tru",
                "truE",
                "True",
                "nul",
                "nulll",
                "fals",
                "undefined",
                "'a'",
                "\"a",
                "a\"",
                "[1",
                "1]",
                "[1,]",
                "[,1]",
                "{\"b\"}",
                "{\"b\":}",
                "{\"b\":1,}",
                "{,}",
                "{b:1}",
                "{\"b\" 1}",
                "{\"b\"::1}",
                "1,\"a\":2",
                "1}{",
                "1},{",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u00e\"",
                "\"\\u00eg\"",
                "\"\\ud83d\"",
                "\"\\",
                "/* c */1",
                "1//\n"
            })
    void what_is_odd_or_wrong_is_left_to_jackson(String value) {
        byte[] body = utf8("{\"a\":" + value + "}                ");
        assertTrue(PlainTree.of(body).isEmpty());
    }

    /** In a text that is read, and in one that is not. */
    @ParameterizedTest
    @CsvSource({
        "C3A9, true, true",
        "E8829D, true, true",
        "F09F9880, true, true",
        "EFBFBD, false, true",
        "C0AF, false, true",
        "EDA0BD, false, true",
        "F8808080, false, false",
        "80, false, false",
        "C3, false, false",
        "E882, false, false",
        "F09F98, false, false",
        "FF, false, false"
    })
    void letters_of_several_bytes(String hex, boolean read, boolean passed) {
        byte[] letter = new BigInteger("00" + hex, 16).toByteArray();
        byte[] bytes = letter[0] == 0 ? Arrays.copyOfRange(letter, 1, letter.length) : letter;
        assertEquals(
                read, PlainTree.of(around("{\"a\":\"x", bytes, "y\",\"b\":1}")).isPresent());
        assertEquals(
                passed,
                PlainTree.of(around("{\"text\":{\"div\":\"x", bytes, "y\"},\"b\":1}"))
                        .isPresent());
        assertAsJackson(around("{\"a\":\"x", bytes, "y\",\"b\":1}"));
        assertAsJackson(around("{\"text\":{\"div\":\"x", bytes, "y\"},\"b\":1}"));
    }

    private static byte[] around(String before, byte[] bytes, String after) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(utf8(before));
        all.writeBytes(bytes);
        all.writeBytes(utf8(after));
        return all.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "UTF-16"})
    void other_encodings_are_left_to_jackson(String charset) throws IOException {
        assertTrue(PlainTree.of("{\"a\":\"b\"}".getBytes(charset)).isEmpty());
        assertTrue(PlainTree.of(utf8("\uFEFF{\"a\":\"b\"}")).isEmpty());
    }

    @Test
    void depth_is_bounded() {
        assertPlain(utf8("{\"a\":".repeat(48) + "1" + "}".repeat(48)));
        assertTrue(
                PlainTree.of(utf8("{\"a\":".repeat(51) + "1" + "}".repeat(51))).isEmpty());
        assertTrue(PlainTree.of(utf8("{\"a\":" + "[".repeat(1_000_000))).isEmpty());
        assertPlain(utf8("{\"a\":[" + "[{}],".repeat(500) + "1]}"));
    }

    /** Jackson bounds them. */
    @Test
    void long_texts_and_names_are_left_to_jackson() {
        assertPlain(utf8("{\"a\":\"" + "x".repeat(50_000) + "\",\"b\":\"" + "é".repeat(25_000) + "\"}"));
        assertTrue(PlainTree.of(utf8("{\"a\":\"" + "x".repeat(50_001) + "\",\"b\":\"and more\"}"))
                .isEmpty());
        assertTrue(PlainTree.of(utf8("{\"a\":\"" + "é".repeat(25_001) + "\"}")).isEmpty());
        assertTrue(PlainTree.of(utf8("{\"" + "x".repeat(50_001) + "\":\"and more\"}"))
                .isEmpty());
        assertTrue(jackson(utf8("{\"a\":\"" + "x".repeat(1_000_001) + "\"}")).isEmpty());
    }

    /** Few members, many, and one of them twice. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15, 16, 17, 40})
    void members_are_there_once(int number) {
        StringBuilder members = new StringBuilder("{\"a0\":0");
        for (int i = 1; i < number; i++) {
            members.append(",\"a").append(i).append("\":").append(i);
        }
        assertPlain(utf8(members + ",\"text\":{\"div\":\"x\",\"b\":1}}"));
        for (int i = 0; i < number; i++) {
            assertTrue(PlainTree.of(utf8(members + ",\"a" + i + "\":1}")).isEmpty());
        }
        assertFalse(PlainTree.of(utf8(members + ",\"\\u0061\":1}")).isEmpty());
        assertTrue(PlainTree.of(utf8(members + ",\"\\u00610\":1}")).isEmpty());
    }

    /** Also where the code names them, so that it finds them at once. */
    @Test
    void the_same_name_is_the_same_object() {
        String name = "a name of more than sixty-four letters is not looked up, but is the same object too";
        ObjectNode tree = PlainTree.of(utf8("{\"code\":1,\"" + name + "\":1,\"\\u0063ode2\":1,\"more\":\"of it\"}"))
                .orElseThrow();
        List<String> names = Stream.of("code", name, "code2").toList();
        for (String one : names) {
            assertSame(
                    one.intern(),
                    tree.properties().stream()
                            .map(Map.Entry::getKey)
                            .filter(one::equals)
                            .findFirst()
                            .orElseThrow());
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void what_clients_send_is_read_without_jackson(Path file) throws IOException {
        assertPlain(Files.readAllBytes(file));
    }

    static Stream<Path> bodies() throws IOException {
        try (Stream<Path> examples = Files.walk(Path.of("fhir-profiles/examples"));
                Stream<Path> requests = Files.walk(Path.of("docs/requests"))) {
            return Stream.concat(examples, requests)
                    .filter(file -> file.toString().endsWith(".json"))
                    .toList()
                    .stream();
        }
    }

    @Test
    void numbers_of_whole_charts_are_those_that_were_sent() {
        ObjectNode tree =
                PlainTree.of(utf8("{\"v\":29.90,\"w\":3}                ")).orElseThrow();
        assertEquals(new BigDecimal("29.90"), tree.path("v").decimalValue());
        assertEquals(3, tree.path("w").intValue());
    }
}
