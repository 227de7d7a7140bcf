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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void an_address_with_other_slashes_is_in_the_same_lane() throws Exception {
        occupy(UnderStrain.CALLS);
        try (Line line = new Line(home.getPort())) {
            String call =
                    Line.call(Line.length()).replace(Example.SERVICE, "//cds-services//liver-cancer-patient-view/");
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

    private void occupy(int places) throws IOException, InterruptedException {
        for (int i = 0; i < places; i++) {
            slow.add(new Line(home.getPort()).send(Line.call(BODY)));
        }
        while (inside() < places) {
            Thread.sleep(5);
        }
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
