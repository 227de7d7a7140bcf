package org.livercds.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A history that is late, broken or busy is no history. */
@Timeout(30)
class PromptHistoryTest {

    private static final IssuedCard CARD =
            new IssuedCard("c", "", "p", "u", "s", "ablation", "2.0.0", Map.of(), Instant.EPOCH);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void what_comes_in_time_is_told() {
        try (PromptHistory history = history((tenant, readers, since) -> List.of(CARD), 10_000, 1)) {
            assertEquals(List.of(CARD), ask(history));
        }
    }

    @Test
    void what_hangs_is_not_waited_for_and_its_threads_are_bounded() {
        CountDownLatch never = new CountDownLatch(1);
        CardHistory hanging = (tenant, readers, since) -> {
            while (!reached(never)) {
                Thread.onSpinWait();
            }
            return List.of(CARD);
        };
        try (PromptHistory history = history(hanging, 20, 2)) {
            long begin = System.nanoTime();
            for (int call = 0; call < 100; call++) {
                assertEquals(List.of(), ask(history));
            }
            assertTrue(System.nanoTime() - begin < 1_000_000_000L, "two waited 20 ms each, the others not at all");
            assertEquals(2, missed("late"));
            assertEquals(98, missed("busy"));
        } finally {
            never.countDown();
        }
    }

    @Test
    void what_fails_is_counted() {
        CardHistory broken = (tenant, readers, since) -> {
            throw new SQLException("away");
        };
        try (PromptHistory history = history(broken, 10_000, 1)) {
            assertEquals(List.of(), ask(history));
            assertEquals(1, missed("failed"));
        }
    }

    @Test
    void a_call_that_is_stopped_stays_stopped() {
        CountDownLatch never = new CountDownLatch(1);
        CardHistory waiting = (tenant, readers, since) -> reached(never) ? List.of(CARD) : List.of();
        try (PromptHistory history = history(waiting, 10_000, 1)) {
            Thread.currentThread().interrupt();
            assertEquals(List.of(), ask(history));
            assertTrue(Thread.interrupted());
            assertEquals(1, missed("stopped"));
        }
    }

    /** A driver that does not listen to interrupts. */
    private static boolean reached(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException ignored) {
            return false;
        }
    }

    private PromptHistory history(CardHistory history, int milliseconds, int threads) {
        return new PromptHistory(history, Overriders.UNKNOWN, Duration.ofMillis(milliseconds), threads, metrics);
    }

    private static List<IssuedCard> ask(PromptHistory history) {
        return history.overridden("", List.of(new Reader("p", "u")), Instant.EPOCH);
    }

    private double missed(String why) {
        return metrics.counter("livercds.feedback.history.missed", "why", why).count();
    }
}
