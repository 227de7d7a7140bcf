package org.livercds.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * HTTP that a proxy in front could read otherwise is refused, the connection ends, and what was smuggled behind it is not
 * answered. Sent byte by byte: no client library would.
 */
@QuarkusTest
class RawHttpTest {

    private static final String SMUGGLED = "GET /cds-services HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String BODY = Line.MINIMAL;
    private static final String LENGTH = Line.length();
    private static final int LIMIT = 4 * 1024 * 1024;

    @TestHTTPResource("/")
    URI home;

    /** Whatever was sent: the next call is answered. */
    @AfterEach
    void the_service_still_works() throws IOException {
        assertEquals(200, answer(Line.call(LENGTH) + BODY).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 64|Transfer-Encoding: chunked",
                "Transfer-Encoding: chunked|Content-Length: 4",
                "Transfer-Encoding: chunked|Content-Length: 0",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: xchunked|Content-Length: 64",
                "Transfer-Encoding: identity|Content-Length: 64",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked, gzip",
                "Transfer-Encoding: \"chunked\"",
                "Transfer-Encoding: chunked|Transfer-Encoding: chunked",
                "Transfer-Encoding: chunked|Transfer-Encoding: identity",
                "Transfer-Encoding: |Content-Length: 64",
                "Transfer-Encoding: \u000bchunked",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding : chunked|Content-Length: 64",
                "Transfer-Encoding:| chunked",
                "X-Odd: 1\rTransfer-Encoding: chunked|Content-Length: 64",
                "X-Odd: 1\nTransfer-Encoding: chunked|Content-Length: 64",
                "X-Odd: 1\u0000|Content-Length: 64",
            })
    void doubtful_chunks_are_refused(String headers) throws IOException {
        assertRefused(Line.call(headers.split("\\|")) + Line.chunked(BODY) + SMUGGLED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 64|Content-Length: 3",
                "Content-Length: 64|Content-Length: 64",
                "Content-Length: 64, 64",
                "Content-Length: 64, 3",
                "Content-Length: +64",
                "Content-Length: -1",
                "Content-Length: 0x40",
                "Content-Length: 6 4",
                "Content-Length: ",
                "Content-Length: 99999999999999999999"
            })
    void doubtful_lengths_are_refused(String headers) throws IOException {
        assertRefused(Line.call(headers.split("\\|")) + BODY + SMUGGLED);
    }

    @Test
    void chunks_are_none_of_http_1_0() throws IOException {
        for (String length : new String[] {"X-None: 1", LENGTH}) {
            String call = Line.call("Transfer-Encoding: chunked", length).replace("HTTP/1.1", "HTTP/1.0");
            assertRefused(call + Line.chunked(BODY) + SMUGGLED);
        }
    }

    @Test
    void lines_end_with_both_characters() throws IOException {
        assertRefused(Line.call(LENGTH).replace("\r\n", "\n") + BODY);
    }

    /** The connection just ends: an answer would be one to nobody knows what. */
    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n", "0x10\r\n", "-1\r\n", "ffffffffffffffffffff\r\n", "10\n", "10;a\n", "\r\n"})
    void what_is_no_chunk_ends_the_connection(String size) throws IOException {
        String call = Line.call("Transfer-Encoding: chunked") + size + BODY + "\r\n0\r\n\r\n" + SMUGGLED;
        Line.Reply reply = answer(call);
        assertTrue(reply.closed());
        assertFalse(reply.heard().contains("200 OK"), reply.heard());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Host: a|Host: b",
                "Host: ",
                "Host: %zz",
                "Host: a/b",
                "Host: a b",
                "Host: a@b",
                "Host: \"a\"",
                "Host: [::1",
                "Host: a:99999",
                "Host: a:b",
                "Host: \u00ff"
            })
    void who_names_no_host_or_two_is_refused_and_nothing_is_told(String hosts) throws IOException {
        String headers = hosts.isEmpty() ? "" : String.join("\r\n", hosts.split("\\|")) + "\r\n";
        Line.Reply reply = assertRefused("GET /cds-services HTTP/1.1\r\n" + headers + "\r\n" + SMUGGLED);
        assertFalse(reply.heard().contains("rror id"), reply.heard());
    }

    /** Else it would be a label of a metric. */
    @ParameterizedTest
    @ValueSource(strings = {"CANARY", "get", "PROPFIND"})
    void a_method_that_http_does_not_have_is_refused(String method) throws IOException {
        assertRefused(Line.call(LENGTH).replaceFirst("POST", method) + BODY + SMUGGLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "a_b.example", "[::1]:8080", "10.0.0.1"})
    void a_host_is_a_host(String host) throws IOException {
        assertEquals(
                200,
                answer("GET /cds-services HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
                        .status());
    }

    @Test
    void each_request_of_a_connection_has_to_name_a_host() throws IOException {
        String asked = "GET /cds-services HTTP/1.1\r\nHost: %s\r\n\r\n";
        try (Line line = new Line(home.getPort())) {
            for (String host : List.of("a", "a", "b:1", "a")) {
                assertEquals(200, line.send(asked.formatted(host)).answer().status(), host);
            }
            assertEquals(400, line.send(asked.formatted("a/b")).answer().status());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: chunked", "transfer-encoding: CHUNKED", "Transfer-Encoding:\tchunked"})
    void honest_chunks_are_taken(String header) throws IOException {
        assertEquals(200, answer(Line.call(header) + Line.chunked(BODY)).status());
    }

    @Test
    void two_calls_on_one_connection_are_two() throws IOException {
        String call = Line.call(LENGTH) + BODY;
        try (Line line = new Line(home.getPort())) {
            assertEquals(200, line.send(call + call).answer().status());
            assertEquals(200, line.answer().status());
        }
    }

    @Test
    void a_head_over_64_kilobytes_is_a_431_and_one_under_it_is_read() throws IOException {
        assertEquals(
                200,
                answer(Line.call("X-Long: " + "a".repeat(60_000), LENGTH) + BODY)
                        .status());
        assertEnded(431, Line.call("X-Long: " + "a".repeat(66_000)));
        assertEnded(431, Line.call("X-Many: aaaaaaaaaaaaaaaaaaaaaaaa\r\n".repeat(3_000) + "X: 1"));
    }

    @Test
    void a_request_line_over_4_kilobytes_is_a_414() throws IOException {
        assertEnded(414, "GET /" + "a".repeat(5_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    @Test
    void a_body_over_four_megabytes_is_a_413_and_nothing_behind_it_is_answered() throws IOException {
        String large = BODY + " ".repeat(LIMIT + 1 - BODY.length());
        for (String call : new String[] {
            Line.call("Content-Length: " + large.length()) + large + SMUGGLED,
            Line.call("Transfer-Encoding: chunked") + Line.chunked(large) + SMUGGLED,
            Line.call("Content-Length: " + 3 * LIMIT) + large + " ".repeat(LIMIT)
        }) {
            Line.Reply reply = assertEnded(413, call);
            assertTrue(reply.heard().contains("TOO_LARGE"), reply.heard());
        }
    }

    /** What Quarkus refuses before the service sees it has no body. */
    @Test
    void a_length_of_gigabytes_is_refused_at_once() throws IOException {
        assertEnded(413, Line.call("Content-Length: " + 2_000_000_000));
    }

    @ParameterizedTest
    @CsvSource({"TRACE, 405", "CONNECT, 405", "TRACK, 400", "FOO, 400", "get, 400"})
    void methods_that_nobody_needs_do_nothing_and_echo_nothing(String method, int status) throws IOException {
        Line.Reply reply =
                answer(method + " /cds-services HTTP/1.1\r\nHost: localhost\r\nX-Token: canary-header\r\n\r\n");
        assertEquals(status, reply.status(), reply.heard());
        assertFalse(reply.heard().contains("canary-header"), reply.heard());
    }

    @Test
    void there_is_no_http_2() throws IOException {
        Line.Reply asked = answer("GET /cds-services HTTP/1.1\r\nHost: localhost\r\n"
                + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n");
        assertEquals(200, asked.status());
        assertFalse(asked.heard().contains("101 "), asked.heard());
        assertRefused("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%",
                "/%zz",
                "/%00",
                "/cds-services/%00",
                "/cds-services/a%2Fb",
                "/cds-services/%ff%fe",
                "/\\",
                "//",
                "*",
                "/cds-services?a=1&a=2&a=%00",
                "/cds-services?%zz",
                "/cds-services;a=b",
                "/cds-services#x",
                "/{x}",
                "/cds-services/\"<>",
                "/\u00e4",
                "/demo/requests/%00?x=%00&x",
                "/demo/requests/a/%00/%2F",
                "/static/../x",
                "/static/%2e%2e%2f%2e%2e%2f",
                "/q/openapi?format=%00&format=json",
                "/explain/%00",
                "http://elsewhere/cds-services",
                "/:",
                "/|",
                "/cds-services?x={}",
                "/[]",
                "/cds-services/%e2%80%ae"
            })
    void no_address_makes_the_service_fail(String address) throws IOException {
        Line.Reply reply = answer("GET " + address + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertTrue(reply.status() >= 200 && reply.status() < 500, () -> address + ": " + reply.heard());
        assertFalse(reply.heard().contains("rror id"), reply.heard());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Encoding: gzip",
                "Content-Encoding: deflate",
                "Content-Encoding: br",
                "Content-Encoding: identity, gzip",
                "Content-Encoding: gzip, identity",
                "Content-Encoding: identity\r\nContent-Encoding: gzip",
                "Content-Encoding: x",
                "Content-Type: text/plain"
            })
    void an_encoded_body_and_two_types_are_a_415_at_every_address(String header) throws IOException {
        for (String address : new String[] {
            Example.SERVICE,
            "/cds-services/liver-cancer-order-select",
            "/cds-services/liver-cancer-order-sign",
            "/explain/liver-cancer-patient-view",
            "/demo/bundle",
            "/demo/what-if/liver-cancer-patient-view"
        }) {
            String call = Line.call(header, LENGTH).replace(Example.SERVICE, address);
            assertEquals(415, answer(call + BODY).status(), address);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "Identity", ""})
    void identity_is_no_encoding(String encoding) throws IOException {
        assertEquals(
                200,
                answer(Line.call("Content-Encoding: " + encoding, LENGTH) + BODY)
                        .status());
    }

    private Line.Reply assertRefused(String bytes) throws IOException {
        return assertEnded(400, bytes);
    }

    private Line.Reply assertEnded(int status, String bytes) throws IOException {
        try (Line line = new Line(home.getPort())) {
            Line.Reply reply = line.send(bytes).toTheEnd();
            assertEquals(status, reply.status(), reply.heard());
            assertEquals(1, reply.answers(), reply.heard());
            assertTrue(reply.closed());
            return reply;
        }
    }

    private Line.Reply answer(String bytes) throws IOException {
        try (Line line = new Line(home.getPort())) {
            return line.send(bytes).answer();
        }
    }
}
