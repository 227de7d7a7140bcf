package org.livercds.web;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.audit.AuditSink;
import org.livercds.audit.NoSink;
import org.livercds.hooks.WireJson;
import org.livercds.outbound.FhirDouble.Received;
import org.livercds.silence.Canary;

/** What a collector is told of calls: the steps and how long they took, and nothing that a call brought. */
@QuarkusTest
@TestProfile(TracesTest.Traced.class)
class TracesTest {

    private static final String VIEW = "call liver-cancer-patient-view";
    private static final String PARENT = "b7ad6b7169203331";

    /** With a collector. */
    public static final class Traced implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Collector.class));
        }
    }

    Collector collector;

    @Test
    void each_step_is_a_span_of_the_call_of_its_caller() throws InterruptedException {
        String trace = trace();
        traced(trace).body(unread()).post(Example.SERVICE).then().statusCode(200);
        traced(trace).body(Example.request("three-metastases-under-3-cm")).post(Example.SERVICE);
        Map<String, Span> spans =
                spans(trace, 9).stream().collect(toMap(Span::getName, span -> span, (first, second) -> second));
        assertTrue(
                spans.keySet().containsAll(Set.of(VIEW, "gather", "read", "evaluate", "write", "fetch Condition")),
                spans.keySet()::toString);
        Span call = spans.get(VIEW);
        assertEquals(PARENT, Collector.hex(call.getParentSpanId().toByteArray()));
        for (String step : List.of("gather", "read", "evaluate", "write")) {
            assertTrue(spans(trace, 9).stream()
                    .filter(span -> span.getName().equals(VIEW))
                    .anyMatch(
                            parent -> parent.getSpanId().equals(spans.get(step).getParentSpanId())));
        }
        assertTrue(spans(trace, 9).stream()
                .filter(span -> span.getName().equals("gather"))
                .anyMatch(gather ->
                        gather.getSpanId().equals(spans.get("fetch Condition").getParentSpanId())));
    }

    @Test
    void the_fhir_server_is_told_its_place_in_the_trace_and_nothing_else_of_it() throws InterruptedException {
        String trace = trace();
        traced(trace)
                .header("tracestate", "vendor=canary-patient-id")
                .header("baggage", "patient=canary-patient-id")
                .body(unread())
                .post(Example.SERVICE);
        Set<String> fetches = spans(trace, 2).stream()
                .filter(span -> span.getName().startsWith("fetch "))
                .map(span ->
                        "00-" + trace + "-" + Collector.hex(span.getSpanId().toByteArray()) + "-01")
                .collect(toSet());
        List<Received> received = collector.fhir().received().stream()
                .filter(call -> header(call, "traceparent").orElse("").contains(trace))
                .toList();
        assertFalse(received.isEmpty());
        assertTrue(fetches.containsAll(received.stream()
                .map(call -> header(call, "traceparent").orElseThrow())
                .collect(toSet())));
        received.forEach(call -> {
            assertEquals(Optional.empty(), header(call, "tracestate"));
            assertEquals(Optional.empty(), header(call, "baggage"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00-canary-patient-id-01", "00-00000000000000000000000000000000-b7ad6b7169203331-01"})
    void what_is_no_trace_begins_none_of_its_own_name(String traceparent) {
        given().contentType(ContentType.JSON)
                .header("traceparent", traceparent)
                .body(Example.request("no-liver-disease"))
                .post(Example.SERVICE)
                .then()
                .statusCode(200);
    }

    @Test
    void who_does_not_want_to_be_traced_is_not() throws InterruptedException {
        String untraced = trace();
        given().contentType(ContentType.JSON)
                .header("traceparent", "00-" + untraced + "-" + PARENT + "-00")
                .body(Example.request("no-liver-disease"))
                .post(Example.SERVICE);
        String traced = trace();
        traced(traced).body(Example.request("no-liver-disease")).post(Example.SERVICE);
        spans(traced, 4);
        assertEquals(List.of(), collector.spans(untraced));
    }

    @Test
    void names_and_attributes_are_of_closed_sets_and_tell_of_nobody() throws InterruptedException {
        String trace = trace();
        String request = Example.request("unresectable-liver-only-hcc")
                .replace("hcc-unresectable", Canary.PATIENT_ID)
                .replaceFirst("\\{", "{\"fhirAuthorization\":{\"access_token\":\"" + Canary.TOKEN + "\"},");
        traced(trace)
                .header("User-Agent", "canary-patient-id")
                .header("X-Request-Id", "canary-patient-id")
                .body(request)
                .post(Example.SERVICE + "?patient=canary-patient-id");
        traced(trace).body("{\"canary-patient-id\"").post(Example.SERVICE);
        traced(trace).body("{}").post("/cds-services/canary-patient-id");
        traced(trace).body(unread()).post(Example.SERVICE);
        List<Span> spans = spans(trace, 8);
        Set<String> keys = spans.stream()
                .flatMap(span -> span.getAttributesList().stream())
                .map(KeyValue::getKey)
                .collect(toSet());
        assertEquals(Set.of("http.response.status_code", "livercds.outcome", "livercds.problem"), keys);
        assertTrue(spans.stream().allMatch(span -> span.getEventsCount() == 0 && span.getLinksCount() == 0));
        assertTrue(spans.stream().map(Span::getName).anyMatch("call other"::equals));
        assertEquals(Optional.empty(), Canary.in(collector.heard()));
        assertFalse(collector.heard().contains("127.0.0.1"));
    }

    /** Also those of the threads that work on the call. */
    @Test
    void lines_of_the_log_name_the_trace() {
        String trace = trace();
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler listener = listener(logged);
        Logger.getLogger("").addHandler(listener);
        QuarkusMock.installMockForType(new TalkingSink(), AuditSink.class);
        try {
            traced(trace).body(Example.request("no-liver-disease")).post(Example.SERVICE);
            given().contentType(ContentType.JSON)
                    .body(Example.request("no-liver-disease"))
                    .post("/explain/liver-cancer-patient-view");
        } finally {
            QuarkusMock.installMockForType(new NoSink(), AuditSink.class);
            Logger.getLogger("").removeHandler(listener);
        }
        assertEquals(List.of("kept " + trace, "kept "), logged);
    }

    private static Handler listener(List<String> logged) {
        PatternFormatter withContext = new PatternFormatter("%m %X{traceId}");
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line.getLoggerName().equals(TalkingSink.class.getName())) {
                    logged.add(withContext.format(line));
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    /** Says when an event is put on record. */
    private static final class TalkingSink implements AuditSink {

        @Override
        public void append(List<String> events) {
            Logger.getLogger(TalkingSink.class.getName()).info("kept");
        }

        @Override
        public void upkeep() {}

        @Override
        public void close() {}
    }

    private static String trace() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static RequestSpecification traced(String trace) {
        return given().contentType(ContentType.JSON).header("traceparent", "00-" + trace + "-" + PARENT + "-01");
    }

    /** Without prefetch; the FHIR server has nothing. */
    private byte[] unread() {
        ObjectNode request = WireJson.readObject(
                Example.request("three-metastases-under-3-cm").getBytes(StandardCharsets.UTF_8));
        request.put("fhirServer", collector.fhir().base()).remove("prefetch");
        return WireJson.write(request);
    }

    private static Optional<String> header(Received call, String name) {
        return call.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** They come in batches, seconds later. */
    private List<Span> spans(String trace, int atLeast) throws InterruptedException {
        for (int wait = 0; wait < 300 && collector.spans(trace).size() < atLeast; wait++) {
            Thread.sleep(50);
        }
        List<Span> spans = collector.spans(trace);
        assertTrue(
                spans.size() >= atLeast,
                () -> Stream.of(spans).map(Object::toString).toList().toString());
        return spans;
    }
}
