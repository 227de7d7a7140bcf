package org.livercds.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.livercds.audit.TestClock;
import org.livercds.security.UsedTokens.Use;

class UsedTokensInMemoryTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final TestClock clock = new TestClock(NOW);

    @RepeatedTest(20)
    void of_twelve_uses_at_once_one_is_the_first() throws Exception {
        UsedTokens used = new UsedTokensInMemory(clock, 100);
        List<Callable<Use>> uses = Collections.nCopies(12, () -> used.use("ehr", "id", NOW.plusSeconds(60)));
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            List<Use> seen = new ArrayList<>();
            for (Future<Use> use : threads.invokeAll(uses)) {
                seen.add(use.get());
            }
            assertEquals(1, Collections.frequency(seen, Use.FIRST));
            assertEquals(11, Collections.frequency(seen, Use.AGAIN));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_client_with_too_many_has_to_wait_and_nothing_is_forgotten_for_it() {
        UsedTokens used = new UsedTokensInMemory(clock, 3);
        for (int i = 0; i < 3; i++) {
            assertEquals(Use.FIRST, used.use("ehr", "id-" + i, NOW.plusSeconds(60)));
        }
        assertEquals(Use.UNKNOWN, used.use("ehr", "id-3", NOW.plusSeconds(60)));
        assertEquals(Use.AGAIN, used.use("ehr", "id-0", NOW.plusSeconds(60)));
        assertEquals(Use.FIRST, used.use("another", "id-3", NOW.plusSeconds(60)));
        clock.pass(Duration.ofSeconds(120));
        assertEquals(Use.FIRST, used.use("ehr", "id-3", NOW.plusSeconds(180)));
    }

    @Test
    void a_token_is_remembered_until_it_is_over() {
        UsedTokens used = new UsedTokensInMemory(clock, 3);
        assertEquals(Use.FIRST, used.use("ehr", "id", NOW.plusSeconds(60)));
        clock.pass(Duration.ofSeconds(59));
        assertEquals(Use.AGAIN, used.use("ehr", "id", NOW.plusSeconds(60)));
    }
}
