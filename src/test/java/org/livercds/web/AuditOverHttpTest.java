package org.livercds.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityDetailComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.audit.AuditSink;
import org.livercds.audit.BrokenSink;
import org.livercds.audit.FileSink;
import org.livercds.codes.ContentVersion;
import org.livercds.hooks.WireJson;

/** Each call leaves its line in the file, and one that has to and cannot is not answered. */
@QuarkusTest
@WithTestResource(value = FhirServerResource.class, scope = TestResourceScope.GLOBAL)
class AuditOverHttpTest {

    private static final String EXAMPLE = FhirServerResource.EXAMPLE;
    private static final String EXPLAIN = "/explain/liver-cancer-patient-view";
    private static final long LARGE = 1_000_000;
    private static final int DAYS = 30;

    @ConfigProperty(name = FhirServerResource.BASE)
    String fhirServer;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    private final Path directory =
            Path.of("target/audit-over-http", UUID.randomUUID().toString());
    private FileSink sink;

    @BeforeEach
    void keepInFiles() throws IOException {
        sink = new FileSink(directory, LARGE, DAYS, Clock.systemUTC());
        QuarkusMock.installMockForType(sink, AuditSink.class);
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void an_answered_hook_is_one_event() {
        ObjectNode request = tree();
        request.put("hookInstance", "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea");
        request.withObject("/context").put("userId", "Practitioner/p-1");
        post(Example.SERVICE, request).statusCode(200);
        AuditEvent event = only();
        assertEquals("hook 0", summary(event));
        assertEquals(
                "Patient/" + patientId(), event.getEntity().get(0).getWhat().getReference());
        assertEquals("Practitioner/p-1", event.getAgent().get(1).getWho().getReference());
        assertEquals("liver-cancer-patient-view", event.getEntity().get(1).getName());
        assertEquals(List.of("d1577c69-dfbe-44ad-ba6d-3e05e953b2ea"), details(event, "hookInstance"));
        ContentVersion content = ContentVersion.released();
        assertEquals(List.of(content.version()), details(event, "ruleVersion"));
        assertEquals(List.of(content.hash()), details(event, "contentHash"));
        assertEquals(List.of(), details(event, "contentChanged"));
        assertEquals(List.of("evaluated"), details(event, "status"));
        assertEquals("ablation", details(event, "topic").get(0));
        assertTrue(Math.abs(event.getRecorded().getTime() - System.currentTimeMillis()) < 60_000);
    }

    @Test
    void an_explanation_is_one_event() {
        post(EXPLAIN, tree()).statusCode(200);
        assertEquals("explanation 0", summary(only()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/cds-services/liver-cancer-patient-view | {                                           | 400 | hook 4 NOT_JSON",
                "/cds-services/liver-cancer-order-sign   | {\"context\":{}}                            | 400 | hook 4 NO_PATIENT_ID",
                "/cds-services/liver-cancer-patient-view | {\"context\":{\"patientId\":\"p\"}}         | 412 | hook 4 NO_CONDITIONS",
                "/cds-services/made-up                   | {}                                          | 404 | hook 4 NOT_FOUND",
                "//cds-services//made-up/                | {}                                          | 404 | hook 4 NOT_FOUND",
                "/explain/made-up                        | {\"context\":{\"patientId\":\"p\"}}         | 404 | explanation 4 NOT_FOUND"
            })
    void a_refusal_is_one_event(String path, String body, int status, String summary) {
        given().contentType(ContentType.JSON).body(body).post(path).then().statusCode(status);
        assertEquals(summary, summary(only()));
        assertFalse(lines().get(0).contains("made-up"));
    }

    @Test
    void the_wrong_patient_is_on_record_with_who_asked() {
        String request = Example.request(EXAMPLE).replace("\"patientId\":\"" + patientId(), "\"patientId\":\"other");
        given().contentType(ContentType.JSON)
                .body(request)
                .post(Example.SERVICE)
                .then()
                .statusCode(400);
        AuditEvent event = only();
        assertEquals("hook 4 WRONG_PATIENT", summary(event));
        assertEquals("Patient/other", event.getEntity().get(0).getWhat().getReference());
    }

    @Test
    void other_types_and_sizes_and_methods_are_on_record() {
        given().contentType(ContentType.TEXT)
                .body("x")
                .post(Example.SERVICE)
                .then()
                .statusCode(415);
        Example.post(" ".repeat(4 * 1024 * 1024 + 1)).then().statusCode(413);
        given().get(Example.SERVICE).then().statusCode(405);
        given().contentType(ContentType.JSON)
                .body("{}")
                .put(Example.SERVICE)
                .then()
                .statusCode(405);
        await(4);
        assertEquals(
                List.of(
                        "hook 4 METHOD_NOT_ALLOWED",
                        "hook 4 METHOD_NOT_ALLOWED",
                        "hook 4 TOO_LARGE",
                        "hook 4 UNSUPPORTED_MEDIA_TYPE"),
                events().stream().map(AuditOverHttpTest::summary).sorted().toList());
    }

    @Test
    void each_read_of_a_fhir_server_is_an_event() {
        post(Example.SERVICE, fetching(FhirServerResource.TOKEN)).statusCode(200);
        List<AuditEvent> events = events();
        assertEquals("hook 0", summary(events.get(events.size() - 1)));
        List<AuditEvent> reads = events.subList(0, events.size() - 1);
        Set<String> keys =
                reads.stream().map(read -> read.getEntity().get(1).getName()).collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "patient",
                        "conditions",
                        "observations",
                        "labs",
                        "procedures",
                        "medications",
                        "allergies",
                        "bodyStructures"),
                keys);
        for (AuditEvent read : reads) {
            assertEquals("0", read.getOutcome().toCode());
            assertEquals(fhirServer, read.getAgent().get(1).getNetwork().getAddress());
            assertEquals(
                    "Patient/" + patientId(), read.getEntity().get(0).getWhat().getReference());
        }
        lines().forEach(line -> assertFalse(line.contains(FhirServerResource.TOKEN)));
    }

    @Test
    void a_read_that_was_refused_is_one_too() {
        post(Example.SERVICE, fetching("canary-token-5150")).statusCode(412);
        List<AuditEvent> events = events();
        assertEquals("hook 4 CONDITIONS_NOT_FETCHED", summary(events.get(events.size() - 1)));
        assertTrue(events.stream().anyMatch(read -> "UNAUTHORIZED".equals(read.getOutcomeDesc())));
        lines().forEach(line -> assertFalse(line.contains("canary")));
    }

    @Test
    void the_id_of_a_proxy_is_kept_if_it_is_simple() {
        given().header("X-Request-Id", "abc 123<script>")
                .contentType(ContentType.JSON)
                .body("{}")
                .post(Example.SERVICE);
        given().header("X-Request-Id", "abc-456")
                .contentType(ContentType.JSON)
                .body("{}")
                .post(Example.SERVICE);
        String all = String.join("\n", lines());
        assertTrue(all.contains("abc-456"));
        assertFalse(all.contains("script"));
    }

    @Test
    void what_is_no_call_leaves_no_event() {
        given().get("/cds-services").then().statusCode(200);
        given().get("/explain").then().statusCode(200);
        given().options(Example.SERVICE).then().statusCode(204);
        given().get("/nowhere").then().statusCode(404);
        assertEquals(List.of(), lines());
    }

    @Test
    void a_failure_of_the_service_is_on_record() {
        List<String> kept = new CopyOnWriteArrayList<>();
        QuarkusMock.installMockForType(new FailingOnce(kept), AuditSink.class);
        post(Example.SERVICE, fetching(FhirServerResource.TOKEN)).statusCode(500);
        assertEquals(1, kept.size());
        assertEquals("hook 8 INTERNAL", summary(parsed(kept.get(0))));
    }

    @Test
    void a_call_that_cannot_be_put_on_record_is_not_answered() {
        QuarkusMock.installMockForType(new BrokenSink(), AuditSink.class);
        double before = failures();
        for (String path : List.of(Example.SERVICE, EXPLAIN)) {
            post(path, tree())
                    .statusCode(503)
                    .header("Retry-After", "5")
                    .contentType(ContentType.JSON)
                    .body("resourceType", equalTo("OperationOutcome"))
                    .body("issue[0].diagnostics", equalTo("NOT_ON_RECORD"))
                    .body("cards", nullValue());
        }
        post(Example.SERVICE, fetching(FhirServerResource.TOKEN)).statusCode(503);
        Example.post("{").then().statusCode(400);
        assertTrue(failures() >= before + 4, "failures counted: " + failures());
    }

    /** Fails as a programming mistake would, on the first event. */
    private static final class FailingOnce implements AuditSink {
        private final List<String> kept;
        private boolean failed;

        private FailingOnce(List<String> kept) {
            this.kept = kept;
        }

        @Override
        public void append(List<String> events) {
            if (!failed) {
                failed = true;
                throw new IllegalStateException("on purpose");
            }
            kept.addAll(events);
        }

        @Override
        public void upkeep() {}

        @Override
        public void close() {}
    }

    private static ValidatableResponse post(String path, ObjectNode request) {
        return given().contentType(ContentType.JSON)
                .body(request.toString())
                .post(path)
                .then();
    }

    private ObjectNode fetching(String token) {
        ObjectNode request = tree();
        request.remove("prefetch");
        request.put("fhirServer", fhirServer);
        request.putObject("fhirAuthorization").put("access_token", token).put("token_type", "Bearer");
        return request;
    }

    private double failures() {
        return given().port(managementPort)
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("livercds_audit_failures_total{sink=\"off\"}"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    /** Some refusals are noticed before a thread is there that may write; their events follow the answer. */
    private void await(int events) {
        for (int i = 0; i < 100 && lines().size() < events; i++) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private AuditEvent only() {
        await(1);
        List<AuditEvent> events = events();
        assertEquals(1, events.size(), () -> "events: " + lines());
        return events.get(0);
    }

    private List<AuditEvent> events() {
        return lines().stream().map(AuditOverHttpTest::parsed).toList();
    }

    private static AuditEvent parsed(String line) {
        return FhirContext.forR4Cached()
                .newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(AuditEvent.class, line);
    }

    private static String summary(AuditEvent event) {
        String why = event.getOutcomeDesc() == null ? "" : " " + event.getOutcomeDesc();
        return event.getSubtypeFirstRep().getCode() + " " + event.getOutcome().toCode() + why;
    }

    private static List<String> details(AuditEvent event, String type) {
        return event.getEntity().stream()
                .flatMap(entity -> entity.getDetail().stream())
                .filter(detail -> detail.getType().equals(type))
                .map(AuditEventEntityDetailComponent::getValue)
                .map(Object::toString)
                .toList();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return lines;
    }

    private static String patientId() {
        return tree().path("context").path("patientId").asText();
    }

    private static ObjectNode tree() {
        return WireJson.readObject(Example.request(EXAMPLE).getBytes(StandardCharsets.UTF_8));
    }
}
