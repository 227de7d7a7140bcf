package org.livercds.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.livercds.audit.Incident.Kind;
import org.livercds.hooks.WireJson;

/** What befell the service is put on record, if not at once then later, with the time when it happened. */
class IncidentsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:15:00Z");

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final TestClock clock = new TestClock(NOW);
    private final MemorySink memory = new MemorySink();
    private Executor background = Runnable::run;

    private final Incidents incidents =
            new Incidents(memory, new Alarm("memory", metrics), work -> background.execute(work), clock);

    @Test
    void an_incident_is_kept_at_once_and_once() {
        incidents.add(new Incident(Kind.TOKENS_UNSHARED, NOW, Optional.empty(), Map.of()));
        assertEquals(List.of("tokensUnshared 2026-11-21T08:15:00Z 8 TOKENS_UNSHARED"), told());
        incidents.write();
        assertEquals(1, memory.kept.size());
    }

    @Test
    void whoever_tells_it_does_not_write_it() {
        List<Runnable> later = new ArrayList<>();
        background = later::add;
        incidents.add(new Incident(Kind.TOKENS_UNSHARED, NOW, Optional.empty(), Map.of()));
        assertEquals(List.of(), told());
        later.forEach(Runnable::run);
        assertEquals(1, memory.kept.size());
    }

    @Test
    void what_cannot_be_kept_waits_and_is_not_missing() {
        memory.broken = true;
        incidents.add(new Incident(Kind.TOKENS_UNSHARED, NOW, Optional.empty(), Map.of()));
        clock.pass(Duration.ofMinutes(1));
        incidents.add(new Incident(Kind.TOKENS_SHARED, NOW, Optional.of(clock.instant()), Map.of()));
        incidents.write();
        assertEquals(List.of(), told());
        memory.broken = false;
        clock.pass(Duration.ofMinutes(1));
        incidents.write();
        assertEquals(
                List.of("tokensUnshared 2026-11-21T08:15:00Z 8 TOKENS_UNSHARED", "tokensShared 2026-11-21T08:16:00Z 0"),
                told());
        assertEquals(0, failures());
    }

    @Test
    void of_more_than_a_hundred_the_oldest_are_missing_and_counted() {
        memory.broken = true;
        for (int i = 0; i < 103; i++) {
            incidents.add(new Incident(Kind.TOKENS_UNSHARED, NOW, Optional.empty(), Map.of("number", "" + i)));
        }
        memory.broken = false;
        incidents.write();
        assertEquals(100, memory.kept.size());
        assertEquals(
                "3",
                WireJson.readObject(memory.kept.get(0).getBytes(StandardCharsets.UTF_8))
                        .at("/entity/0/detail/0/valueString")
                        .asText());
        assertEquals(3, failures());
    }

    private List<String> told() {
        return memory.kept.stream()
                .map(line -> WireJson.readObject(line.getBytes(StandardCharsets.UTF_8)))
                .map(event -> (event.at("/subtype/0/code").asText() + " "
                                + event.path("recorded").asText() + " "
                                + event.path("outcome").asText() + " "
                                + event.path("outcomeDesc").asText())
                        .strip())
                .toList();
    }

    private int failures() {
        return (int) metrics.get("livercds.audit.failures").counter().count();
    }
}
