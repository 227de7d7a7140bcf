package org.livercds.web;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.livercds.silence.Canary;

/** Nothing of a patient appears in a log line, a metric or an error: a name, numbers and a token are looked for. */
@QuarkusTest
class DiscretionTest {

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    private final List<String> logged = new CopyOnWriteArrayList<>();

    private final Handler listener = new Handler() {
        private final PatternFormatter everything = new PatternFormatter("%c %m %e %X");

        @Override
        public void publish(LogRecord line) {
            logged.add(everything.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        listener.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(listener);
    }

    @AfterEach
    void leave() {
        Logger.getLogger("").removeHandler(listener);
    }

    @Test
    void neither_errors_nor_log_lines_tell_of_the_patient() {
        String request = canaryRequest()
                .replaceFirst(
                        "\\{",
                        "{\"fhirServer\":\"http://127.0.0.1:1/" + Canary.RECORD_NUMBER
                                + "\",\"fhirAuthorization\":{\"access_token\":\"" + Canary.TOKEN + "\"},");
        List<String> damaged = List.of(
                request,
                request.substring(0, request.length() / 2),
                request.replace("\"resourceType\":\"Bundle\"", "\"resourceType\":\"Canaryfamily\""),
                request.replace("\"birthDate\":\"", "\"birthDate\":\"Canaryfamily"),
                request.replace("\"status\":\"final\"", "\"status\":\"Canaryfamily\""),
                request.replace("\"value\":4", "\"value\":\"Canaryfamily\""),
                request.replace("\"hook\":\"patient-view\"", "\"hook\":\"Canaryfamily\""),
                request.replace("\"id\":\"canary-patient-id\"", "\"id\":\"other\""),
                request.replace("\"conditions\":{", "\"conditions\":\"Canaryfamily\",\"x\":{"));
        for (String body : damaged) {
            assertTellsNothing(given().contentType(ContentType.JSON)
                    .header("Authorization", "Bearer " + Canary.JWT)
                    .header("X-Token", Canary.TOKEN)
                    .body(body)
                    .post(Example.SERVICE)
                    .asString());
        }
        given().get("/cds-services/Canaryfamily/canary-patient-id").then().statusCode(404);
        logged.forEach(DiscretionTest::assertTellsNothing);
    }

    @Test
    void the_listener_hears_what_is_logged() {
        Logger.getLogger("org.livercds.test").log(Level.SEVERE, "heard", new IllegalStateException("thrown"));
        assertTrue(logged.stream().anyMatch(line -> line.contains("heard") && line.contains("thrown")));
    }

    @Test
    void metrics_tell_nothing_either() {
        Example.post(canaryRequest()).then().statusCode(200);
        given().get("/canary-patient-id").then().statusCode(404);
        String metrics = given().port(managementPort)
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(metrics.contains("http_server"), metrics);
        assertTellsNothing(metrics);
    }

    private static String canaryRequest() {
        String request = Example.request("unresectable-liver-only-hcc")
                .replace("Example-Mwangi", Canary.FAMILY)
                .replace("Grace", Canary.GIVEN)
                .replace("hcc-unresectable", Canary.PATIENT_ID)
                .replace("\"active\":true", "\"active\":true,\"identifier\":[{\"value\":\"MRN-77310099\"}]");
        List.of(Canary.FAMILY, Canary.GIVEN, Canary.RECORD_NUMBER, Canary.PATIENT_ID)
                .forEach(canary -> assertTrue(request.contains(canary), canary));
        return request;
    }

    /** The references of a suggested draft name the record that they are for, to the client that asked for it. */
    private static void assertTellsNothing(String answer) {
        String text = answer.replaceAll("\"reference\":\"(Patient|Condition|Observation)/[^\"]*\"", "");
        Optional<String> canary = Canary.in(text);
        assertFalse(canary.isPresent(), () -> canary.orElseThrow() + " in: " + text);
    }
}
