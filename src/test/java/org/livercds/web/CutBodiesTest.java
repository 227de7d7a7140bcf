package org.livercds.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A body is what was sent, wherever the network cuts it, and whatever stands before and behind it on its connection. */
@QuarkusTest
class CutBodiesTest {

    private static final int ROUNDS = 12;

    private final Random random = new Random(7);

    @TestHTTPResource("/")
    URI home;

    @Test
    void each_of_several_calls_that_come_at_once_gets_its_own_answer() throws IOException {
        List<String> calls = new ArrayList<>();
        for (String request : List.of(
                Example.request("four-metastases"), Example.request("unresectable-liver-only-hcc"), Line.MINIMAL)) {
            calls.add(call(request));
        }
        List<String> alone = new ArrayList<>();
        for (String call : calls) {
            alone.add(answers(List.of(call), call.length()).get(0));
        }
        assertEquals(3, alone.stream().distinct().count());
        for (int round = 0; round < ROUNDS; round++) {
            List<String> sent = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                int which = random.nextInt(calls.size());
                sent.add(calls.get(which));
                expected.add(alone.get(which));
            }
            assertEquals(expected, answers(sent, 1 + random.nextInt(8_000)), "round " + round);
        }
    }

    @Test
    void a_refused_body_takes_nothing_of_the_call_behind_it() throws IOException {
        String other = call(Example.request("four-metastases"));
        String refused = other.replaceFirst("application/json", "text/plain");
        List<String> answers = answers(List.of(refused, other, refused, other), 700);
        assertTrue(answers.get(0).startsWith("HTTP/1.1 415"), answers.get(0));
        assertEquals(answers(List.of(other), 900).get(0), answers.get(1));
        assertEquals(answers.get(0), answers.get(2));
        assertEquals(answers.get(1), answers.get(3));
    }

    @Test
    void a_body_is_read_at_and_about_the_length_from_which_a_thread_reads_it() throws IOException {
        String request = Example.request("four-metastases");
        String expected = answers(List.of(call(request)), 1_000_000).get(0);
        assertNotEquals("", expected);
        for (int more : new int[] {-1, 0, 1}) {
            String padded = request + " ".repeat(WaitingRoom.LARGEST + more - length(request));
            assertEquals(expected, answers(List.of(call(padded)), 50_000).get(0), "and " + more);
        }
    }

    private static int length(String request) {
        return request.getBytes(StandardCharsets.UTF_8).length;
    }

    /** In the characters of a line, which are bytes. */
    private static String call(String request) {
        byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
        return Line.call("Content-Length: " + bytes.length) + new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** @param cut after so many bytes, each time */
    private List<String> answers(List<String> calls, int cut) throws IOException {
        List<String> answers = new ArrayList<>();
        try (Line line = new Line(home.getPort())) {
            String all = String.join("", calls);
            for (int from = 0; from < all.length(); from += cut) {
                line.send(all.substring(from, Math.min(all.length(), from + cut)));
            }
            for (int i = 0; i < calls.size(); i++) {
                answers.add(Example.withoutIds(line.answer().heard()));
            }
        }
        return answers;
    }
}
