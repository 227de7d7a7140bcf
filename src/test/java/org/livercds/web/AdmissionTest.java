package org.livercds.web;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.service.Turns;

/** Who comes when everything is taken is told so at once, and other lanes go on. */
@QuarkusTest
@TestProfile(UnderStrain.class)
@Timeout(60)
class AdmissionTest {

    private static final String BODY = "Content-Length: 1000";

    @TestHTTPResource("/")
    URI home;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Inject
    Admission admission;

    @Inject
    Turns turns;

    @Inject
    MeterRegistry metrics;

    private final List<Line> slow = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException, InterruptedException {
        for (Line line : slow) {
            line.close();
        }
        while (inside() > 0) {
            Thread.sleep(20);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 200", "0, 503"})
    void the_last_place_is_given_and_none_beyond_it(int places, int status) throws Exception {
        occupy(UnderStrain.CALLS - places);
        try (Line line = new Line(home.getPort())) {
            assertEquals(
                    status,
                    line.send(Line.call(Line.length()) + Line.MINIMAL).answer().status());
        }
        assertEquals(UnderStrain.CALLS - places, inside(), "nobody waited until a slow sender was cut off");
    }

    @Test
    void who_is_refused_learns_when_to_come_again_and_may_keep_the_connection() throws Exception {
        occupy(UnderStrain.CALLS);
        double before = busy();
        try (Line line = new Line(home.getPort())) {
            for (int call = 0; call < 3; call++) {
                Line.Reply reply =
                        line.send(Line.call(Line.length()) + Line.MINIMAL).answer();
                assertEquals(503, reply.status());
                assertTrue(reply.heard().toLowerCase(Locale.ROOT).contains("retry-after: 1\r\n"), reply::heard);
            }
        }
        try (Line line = new Line(home.getPort())) {
            String heard = line.send(Line.call(Line.length(), "Origin: https://app.example") + Line.MINIMAL)
                    .answer()
                    .heard();
            assertTrue(
                    heard.toLowerCase(Locale.ROOT).contains("access-control-allow-origin: https://app.example\r\n"),
                    heard);
            assertTrue(heard.toLowerCase(Locale.ROOT).contains("content-type: application/json\r\n"), heard);
            assertTrue(heard.contains("\"code\":\"throttled\""), heard);
            assertTrue(heard.contains("more calls than it can take"), heard);
        }
        assertEquals(before + 4, busy());
        double counted = calls("busy");
        try (Line line = new Line(home.getPort())) {
            line.send(Line.call(Line.length()) + Line.MINIMAL).answer();
        }
        while (calls("busy") == counted) {
            Thread.sleep(5);
        }
        assertEquals(counted + 1, calls("busy"));
    }

    /** What is refused where requests come in and what is refused further inside look the same. */
    @Test
    void a_page_of_another_origin_reads_the_same_refusal() throws Exception {
        occupy(UnderStrain.CALLS);
        try (Line line = new Line(home.getPort())) {
            String plain =
                    line.send(Line.call(Line.length()) + Line.MINIMAL).answer().heard();
            String page = line.send(Line.call(Line.length(), "Origin: https://app.example") + Line.MINIMAL)
                    .answer()
                    .heard();
            assertEquals(sorted(plain), sorted(page.replaceAll("(?i)access-control-[^\r]*\r\n", "")));
        }
    }

    @Test
    void what_follows_a_refused_call_is_understood_however_its_body_comes() throws Exception {
        occupy(UnderStrain.CALLS);
        String body = Line.MINIMAL + " ".repeat(200_000);
        try (Line line = new Line(home.getPort())) {
            for (int pieces : new int[] {1, 2, 7}) {
                line.send(Line.call("Content-Length: " + body.length(), "Connection: keep-alive"));
                assertEquals(503, line.answer().status());
                for (int piece = 0; piece < pieces; piece++) {
                    line.send(body.substring(body.length() * piece / pieces, body.length() * (piece + 1) / pieces));
                    Thread.sleep(20);
                }
            }
            hangUp();
            assertEquals(
                    200,
                    line.send(Line.call(Line.length()) + Line.MINIMAL).answer().status());
        }
    }

    @Test
    void a_refusal_does_not_overtake_the_answers_before_it() throws Exception {
        occupy(UnderStrain.CALLS);
        String call = Line.call(Line.length()) + Line.MINIMAL;
        String discovery = "GET /cds-services HTTP/1.1\r\nHost: localhost\r\n\r\n";
        try (Line line = new Line(home.getPort())) {
            line.send(discovery + call + call + discovery + call);
            List<Integer> answers = new ArrayList<>();
            for (int answer = 0; answer < 5; answer++) {
                answers.add(line.answer().status());
            }
            assertEquals(List.of(200, 503, 503, 200, 503), answers);
        }
    }

    @Test
    void a_connection_on_which_all_is_refused_is_not_idle() throws Exception {
        occupy(UnderStrain.CALLS);
        long begun = System.nanoTime();
        try (Line line = new Line(home.getPort())) {
            while (System.nanoTime() - begun < UnderStrain.IDLE.plusSeconds(2).toNanos()) {
                stayOccupied();
                int status = line.send(Line.call(Line.length()) + Line.MINIMAL)
                        .answer()
                        .status();
                if (status == 200) {
                    // a place became free at this moment
                    begun = System.nanoTime();
                } else {
                    assertEquals(503, status);
                }
                Thread.sleep(50);
            }
        }
    }

    /** Nobody waits for the rest of it. */
    @ParameterizedTest
    @CsvSource({"Content-Length: 4000000", "Transfer-Encoding: chunked"})
    void a_large_body_is_not_read_to_its_end(String length) throws Exception {
        occupy(UnderStrain.CALLS);
        try (Line line = new Line(home.getPort())) {
            Line.Reply reply = line.send(Line.call(length)).toTheEnd();
            assertEquals(503, reply.status());
            assertTrue(reply.closed());
        }
    }

    @Test
    void other_lanes_and_health_go_on() throws Exception {
        occupy(UnderStrain.CALLS);
        given().get("/cds-services").then().statusCode(200);
        given().contentType("application/json")
                .body("{\"feedback\":[{\"card\":\"x\",\"outcome\":\"accepted\"}]}")
                .post(Example.SERVICE + "/feedback")
                .then()
                .statusCode(200);
        given().port(managementPort).get("/q/health/ready").then().statusCode(200);
        given().port(managementPort).get("/q/health/live").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//cds-services//liver-cancer-patient-view/",
                "/cds-services/liver-cancer-patient-view?a=/b",
                "/cds-services/none"
            })
    void an_address_that_is_written_otherwise_is_in_the_same_lane(String address) throws Exception {
        occupy(UnderStrain.CALLS);
        try (Line line = new Line(home.getPort())) {
            String call = Line.call(Line.length()).replace(Example.SERVICE, address);
            assertEquals(503, line.send(call + Line.MINIMAL).answer().status());
        }
    }

    @Test
    void places_come_back() throws Exception {
        for (int round = 0; round < 3; round++) {
            occupy(UnderStrain.CALLS);
            long before = calls();
            hangUp();
            while (calls() < before + UnderStrain.CALLS) {
                Thread.sleep(5);
            }
            slow.clear();
        }
        try (Line line = new Line(home.getPort())) {
            for (int call = 0; call < 3 * UnderStrain.CALLS; call++) {
                assertEquals(
                        200,
                        line.send(Line.call(Line.length()) + Line.MINIMAL)
                                .answer()
                                .status());
            }
        }
        assertEquals(0, inside());
    }

    /** Once more than there are turns: one that were lost each time would be missed. */
    @Test
    void who_hangs_up_before_it_is_his_turn_takes_none_away() throws Exception {
        int turnsAtOnce = 2 * Runtime.getRuntime().availableProcessors();
        for (int round = 0; round <= turnsAtOnce; round++) {
            List<Turns.Turn> held = new CopyOnWriteArrayList<>();
            for (int i = 0; i < turnsAtOnce; i++) {
                turns.next(held::add);
            }
            while (held.size() < turnsAtOnce) {
                Thread.sleep(5);
            }
            try (Line line = new Line(home.getPort())) {
                line.send(Line.call(Line.length()) + Line.MINIMAL);
                while (inside() == 0) {
                    Thread.sleep(5);
                }
            }
            while (inside() > 0) {
                Thread.sleep(5);
            }
            held.forEach(Turns.Turn::endUnused);
        }
        try (Line line = new Line(home.getPort())) {
            assertEquals(
                    200,
                    line.send(Line.call(Line.length()) + Line.MINIMAL).answer().status());
        }
    }

    private void occupy(int places) throws IOException, InterruptedException {
        for (int i = 0; i < places; i++) {
            slow.add(new Line(home.getPort()).send(Line.call(BODY)));
        }
        while (inside() < places) {
            Thread.sleep(5);
        }
    }

    /** Slow senders are cut off after a second: others come in time. */
    private void stayOccupied() throws IOException, InterruptedException {
        while (inside() < UnderStrain.CALLS) {
            slow.add(new Line(home.getPort()).send(Line.call(BODY)));
            Thread.sleep(5);
        }
    }

    private static List<String> sorted(String heard) {
        return heard.lines()
                .map(line -> line.startsWith("{") ? line : line.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    private int inside() {
        return admission.inside();
    }

    /** That were counted, whatever became of them. */
    private long calls() {
        return metrics.find("livercds.calls").tag("service", "liver-cancer-patient-view").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private long calls(String outcome) {
        return metrics.timer("livercds.calls", "service", "liver-cancer-patient-view", "outcome", outcome)
                .count();
    }

    private double busy() {
        return metrics.counter("livercds.calls.busy", "lane", "calls").count();
    }
}
