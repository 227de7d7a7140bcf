package org.livercds.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.livercds.hooks.OperationOutcome;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;

/**
 * Control characters, signs that turn the direction of writing, line ends, halves of characters and endless words in every
 * text and every name of a request: none of them is in an answer.
 */
class HostileTextTest {

    /** Words that nobody but a request brings. */
    private static final String WORD = "hostileword";

    private static final String HOSTILE = "\u0000\u0007\u001b\u007f\u0085\u009f\u200b\u200f\u202a\u202e\u2066\u2069"
            + "\ufeff\u2028\u2029\ud800\r\n" + WORD + "x".repeat(400) + "\udc00";

    private static final Pattern SEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");

    private static final List<String> NAMES =
            List.of("three-metastases-under-3-cm", "hcc-treated-after-measuring", "metastasis-size-missing");

    private final AnsweringService services = new AnsweringService();

    @Test
    void nothing_hostile_in_one_text_reaches_an_answer() {
        for (String name : NAMES) {
            ObjectNode request = services.request(name);
            List<String> places = new ArrayList<>();
            collect(request, "", places);
            assertTrue(places.size() > 50);
            for (String place : places) {
                ObjectNode hostile = request.deepCopy();
                spoil(hostile, place);
                assertHarmless(hostile, place);
            }
        }
    }

    @Test
    void nor_does_a_hostile_name() {
        for (String name : NAMES) {
            ObjectNode request = services.request(name);
            for (String place : List.of("", "/context", "/prefetch", "/prefetch/observations/entry/0/resource")) {
                ObjectNode hostile = request.deepCopy();
                ObjectNode object = place.isEmpty() ? hostile : (ObjectNode) hostile.at(place);
                object.set(HOSTILE.replaceAll("\\p{Cs}", ""), request.at("/prefetch/conditions"));
                assertHarmless(hostile, place);
            }
        }
    }

    @Test
    void the_test_would_see_it() {
        assertTrue(SEEN.matcher(HOSTILE).find());
        assertEquals(List.of("a"), strings(JsonNodeFactory.instance.objectNode().put("x", "a")));
    }

    private void assertHarmless(ObjectNode request, String place) {
        // as it comes over the wire: with escapes, because half a character cannot be written otherwise
        for (byte[] answer : answers(AnsweringService.escaped(request))) {
            for (String text : strings(WireJson.readObject(answer))) {
                boolean markdown = text.contains("\n") && !text.contains(WORD);
                assertTrue(
                        !SEEN.matcher(markdown ? text.replace("\n", "") : text).find(),
                        () -> place + ": " + AnsweringService.visible(text));
                assertTrue(!text.contains(WORD) || text.length() <= 120, () -> place + ": " + text);
            }
        }
    }

    private List<byte[]> answers(byte[] request) {
        try {
            return services.answers(WireJson.readRequest(request));
        } catch (RefusedException refused) {
            return List.of(WireJson.write(OperationOutcome.of(refused)));
        }
    }

    private static List<String> strings(JsonNode node) {
        List<String> strings = new ArrayList<>();
        if (node.isTextual()) {
            strings.add(node.textValue());
        }
        node.forEach(child -> strings.addAll(strings(child)));
        return strings;
    }

    private static void collect(JsonNode node, String pointer, List<String> places) {
        if (node.isTextual()) {
            places.add(pointer);
        }
        node.properties().forEach(member -> collect(member.getValue(), pointer + "/" + member.getKey(), places));
        for (int i = 0; node instanceof ArrayNode && i < node.size(); i++) {
            collect(node.get(i), pointer + "/" + i, places);
        }
    }

    private static void spoil(ObjectNode request, String place) {
        int last = place.lastIndexOf('/');
        JsonNode parent = request.at(place.substring(0, last));
        String name = place.substring(last + 1);
        String hostile = request.at(place).textValue() + HOSTILE;
        if (parent instanceof ObjectNode object) {
            object.put(name, hostile);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name), JsonNodeFactory.instance.textNode(hostile));
        }
    }
}
