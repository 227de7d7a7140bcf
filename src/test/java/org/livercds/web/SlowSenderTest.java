package org.livercds.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever takes too long to send a request, or opens too many connections, is cut off, and the others are answered. */
@QuarkusTest
@TestProfile(UnderStrain.class)
class SlowSenderTest {

    private static final int PAUSE = 100;
    private static final int MOST_PAUSES = 100;

    @TestHTTPResource("/")
    URI home;

    @ParameterizedTest
    @ValueSource(strings = {"line", "head", "body", "chunks"})
    void a_request_that_drips_is_cut_off(String where) throws IOException {
        String begun = switch (where) {
            case "line" -> "GET /";
            case "head" -> "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
            case "body" -> Line.call("Content-Length: 1000");
            default -> Line.call("Transfer-Encoding: chunked") + "400\r\n";
        };
        try (Line line = new Line(home.getPort())) {
            line.send(begun);
            int drops = 0;
            while (drops < MOST_PAUSES && !line.listen(PAUSE).closed()) {
                drop(line);
                drops++;
            }
            assertTrue(drops < MOST_PAUSES, "never cut off");
            assertTrue(drops > 2, "cut off too early");
        }
        assertEquals(200, call());
    }

    @Test
    void a_request_that_stops_is_cut_off() throws IOException {
        try (Line line = new Line(home.getPort())) {
            assertTrue(line.send(Line.call("Content-Length: 1000")).toTheEnd().closed());
        }
    }

    /** The time is for each request, not for the connection. */
    @Test
    void a_connection_that_serves_many_requests_lives_longer() throws IOException {
        try (Line line = new Line(home.getPort())) {
            for (int i = 0; i < 6; i++) {
                Line.Reply reply =
                        line.send(Line.call(Line.length()) + Line.MINIMAL).listen(4 * PAUSE);
                assertEquals(200, reply.status());
            }
        }
    }

    @Test
    void one_connection_too_many_is_closed_and_room_comes_back() throws IOException {
        List<Line> lines = new ArrayList<>();
        try {
            for (int i = 0; i <= UnderStrain.CONNECTIONS; i++) {
                lines.add(new Line(home.getPort()));
            }
            assertTrue(anyEnds(lines));
        } finally {
            for (Line line : lines) {
                line.close();
            }
        }
        int status = 0;
        for (int i = 0; i < MOST_PAUSES && status != 200; i++) {
            status = call();
        }
        assertEquals(200, status);
    }

    /** Several threads accept: the last to come need not be the one that finds no room. */
    private static boolean anyEnds(List<Line> lines) throws IOException {
        for (int round = 0; round < MOST_PAUSES; round++) {
            for (Line line : lines) {
                if (line.listen(1).closed()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Zero if the connection was refused. */
    private int call() throws IOException {
        try (Line line = new Line(home.getPort())) {
            return line.send(Line.call(Line.length()) + Line.MINIMAL).answer().status();
        } catch (SocketException refused) {
            return 0;
        }
    }

    private static void drop(Line line) {
        try {
            line.send("a");
        } catch (IOException cutOff) {
            // seen by who listens next
        }
    }
}
