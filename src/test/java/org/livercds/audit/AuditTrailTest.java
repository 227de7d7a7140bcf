package org.livercds.audit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.livercds.audit.AuditTrail.OnFailure;
import org.livercds.audit.Place.Kind;
import org.livercds.hooks.Caller;
import org.livercds.hooks.HookRequest;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;

class AuditTrailTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T08:15:00Z"), ZoneOffset.UTC);
    private static final Place PLACE = new Place(Kind.HOOK, Optional.of("liver-cancer-patient-view"));
    private static final Told TOLD = new Told("2.0.0", "0123456789ab", null, "evaluated", List.of());
    private static final ServerRead READ =
            new ServerRead("https://fhir.example.org", "Condition", true, "conditions", Optional.empty());

    private final MemorySink memory = new MemorySink();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong();
    private final List<String> alerts = new ArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            alerts.add(line.getLevel().getName() + " " + new PatternFormatter("%m").format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger(Alarm.class.getName()).addHandler(listener);
    }

    @AfterEach
    void leave() {
        Logger.getLogger(Alarm.class.getName()).removeHandler(listener);
    }

    @Test
    void each_kind_of_event_is_kept() {
        AuditTrail trail = trail(OnFailure.REFUSE);
        trail.answered(PLACE, call(), TOLD);
        trail.refused(PLACE, call(), Refusal.WRONG_PATIENT);
        trail.refused(PLACE, call(), Refusal.INTERNAL);
        trail.denied(Place.OTHER, "EXPIRED", Caller.UNKNOWN, Optional.empty());
        trail.denied(Place.OTHER, "a reason with\nblanks", Caller.UNKNOWN, Optional.empty());
        trail.read(Caller.UNKNOWN, request(), List.of(READ, READ));
        trail.read(Caller.UNKNOWN, request(), List.of());
        trail.rehearse(request(), TOLD);
        assertEquals(7, memory.kept.size());
        assertEquals(
                List.of("0", "4 WRONG_PATIENT", "8 INTERNAL", "4 EXPIRED", "4 other", "0", "0"),
                memory.kept.stream()
                        .map(memory.kept::indexOf)
                        .map(memory::event)
                        .map(event -> (event.path("outcome").asText() + " "
                                        + event.path("outcomeDesc").asText())
                                .strip())
                        .toList());
        assertEquals(0, failures());
    }

    @Test
    void calls_go_on_without_a_record_where_that_is_wanted() {
        AuditTrail trail = trail(OnFailure.CONTINUE);
        memory.broken = true;
        assertDoesNotThrow(() -> trail.answered(PLACE, call(), TOLD));
        assertDoesNotThrow(() -> trail.read(Caller.UNKNOWN, request(), List.of(READ, READ)));
        assertEquals(3, failures());
        assertEquals(1, alerts.size());
    }

    @Test
    void calls_without_a_record_are_refused_where_that_is_wanted() {
        AuditTrail trail = trail(OnFailure.REFUSE);
        memory.broken = true;
        assertEquals(
                Refusal.NOT_ON_RECORD,
                assertThrows(RefusedException.class, () -> trail.answered(PLACE, call(), TOLD))
                        .refusal());
        assertThrows(RefusedException.class, () -> trail.read(Caller.UNKNOWN, request(), List.of(READ)));
        assertEquals(2, failures());
    }

    @Test
    void a_refusal_is_told_also_without_a_record() {
        AuditTrail trail = trail(OnFailure.REFUSE);
        memory.broken = true;
        assertDoesNotThrow(() -> trail.refused(PLACE, call(), Refusal.WRONG_PATIENT));
        assertDoesNotThrow(() -> trail.denied(PLACE, "EXPIRED", Caller.UNKNOWN, Optional.empty()));
        assertEquals(2, failures());
    }

    @Test
    void there_is_one_alert_a_minute_and_it_names_the_cause_and_no_call() {
        AuditTrail trail = trail(OnFailure.CONTINUE);
        memory.broken = true;
        for (int second = 0; second < 61; second++) {
            trail.answered(PLACE, call(), TOLD);
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        }
        assertEquals(61, failures());
        assertEquals(2, alerts.size());
        assertTrue(alerts.get(0).startsWith("ERROR"));
        assertTrue(alerts.get(0).contains("livercds.audit.sink=memory"));
        assertTrue(alerts.get(0).contains("broken on purpose"));
        assertFalse(alerts.get(0).contains("canary"));
    }

    @Test
    void who_is_on_record_stands_in_no_description_of_a_call() {
        assertEquals("AuditedCall", call().toString());
    }

    private AuditTrail trail(OnFailure onFailure) {
        return new AuditTrail(memory, new Alarm("memory", metrics, nanos::get), onFailure, CLOCK);
    }

    private int failures() {
        return (int) metrics.get("livercds.audit.failures")
                .tag("sink", "memory")
                .counter()
                .count();
    }

    private static AuditedCall call() {
        return new AuditedCall(Caller.UNKNOWN, Optional.of(request()), Optional.empty());
    }

    private static HookRequest request() {
        return WireJson.readRequest("{\"context\":{\"patientId\":\"canary\",\"userId\":\"Practitioner/canary\"}}"
                .getBytes(StandardCharsets.UTF_8));
    }
}
