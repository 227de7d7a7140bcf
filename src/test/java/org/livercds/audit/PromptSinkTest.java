package org.livercds.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.livercds.audit.AuditTrail.OnFailure;

/** A database that hangs or is slow, and the calls that would wait for it. */
@Timeout(30)
class PromptSinkTest {

    private static final Duration PATIENCE = Duration.ofMillis(50);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Alarm alarm = new Alarm("postgresql", metrics);
    private volatile CountDownLatch hanging = new CountDownLatch(0);

    private final MemorySink database = new MemorySink() {
        @Override
        public void append(List<String> events) throws NotKeptException {
            try {
                hanging.await();
            } catch (InterruptedException interrupted) {
                throw new NotKeptException("interrupted");
            }
            super.append(events);
        }
    };

    @AfterEach
    void release() {
        hanging.countDown();
    }

    @Test
    void what_is_kept_in_time_is_kept_when_it_returns() throws Exception {
        PromptSink sink = sink(OnFailure.REFUSE, Duration.ofSeconds(10));
        sink.append(List.of("a", "b"));
        assertEquals(List.of("a", "b"), database.kept);
        sink.close();
    }

    @Test
    void one_call_waits_a_moment_the_others_not_at_all_and_nothing_is_lost() throws Exception {
        hanging = new CountDownLatch(1);
        PromptSink sink = sink(OnFailure.CONTINUE, PATIENCE);
        long begin = System.nanoTime();
        for (int call = 0; call < 100; call++) {
            sink.append(List.of("event"));
        }
        long millis = (System.nanoTime() - begin) / 1_000_000;
        assertTrue(millis >= 45 && millis < 1_000, "100 calls took " + millis + " ms");
        assertEquals(100, sink.waiting());
        hanging.countDown();
        sink.close();
        assertEquals(100, database.kept.size());
        assertEquals(0, failures());
    }

    @Test
    void what_fails_behind_the_answer_is_counted() throws Exception {
        hanging = new CountDownLatch(1);
        database.broken = true;
        PromptSink sink = sink(OnFailure.CONTINUE, PATIENCE);
        sink.append(List.of("a", "b"));
        assertEquals(0, failures());
        hanging.countDown();
        sink.close();
        assertEquals(2, failures());
    }

    @Test
    void whoever_has_time_hears_of_a_failure_and_can_try_again() throws Exception {
        database.broken = true;
        PromptSink sink = sink(OnFailure.CONTINUE, PATIENCE);
        assertThrows(NotKeptException.class, () -> sink.appendSurely(List.of("incident")));
        database.broken = false;
        sink.appendSurely(List.of("incident"));
        assertEquals(List.of("incident"), database.kept);
        assertEquals(0, failures());
    }

    @Test
    void more_than_a_thousand_do_not_wait() throws Exception {
        hanging = new CountDownLatch(1);
        PromptSink sink = sink(OnFailure.CONTINUE, PATIENCE);
        for (int call = 0; call < 1_008; call++) {
            sink.append(List.of("event"));
        }
        assertThrows(NotKeptException.class, () -> sink.append(List.of("one too many")));
        assertEquals(1_008, sink.waiting());
    }

    @Test
    void where_a_call_must_be_on_record_late_is_refused_and_soon_without_waiting() throws Exception {
        hanging = new CountDownLatch(1);
        PromptSink sink = sink(OnFailure.REFUSE, PATIENCE);
        assertThrows(NotKeptException.class, () -> sink.append(List.of("late")));
        long begin = System.nanoTime();
        for (int call = 0; call < 5; call++) {
            assertThrows(NotKeptException.class, () -> sink.append(List.of("not tried")));
        }
        assertTrue(System.nanoTime() - begin < PATIENCE.toNanos() * 5, "each waited");
        hanging.countDown();
        while (sink.waiting() > 0) {
            Thread.sleep(5);
        }
        sink.append(List.of("again"));
        assertEquals(List.of("late", "again"), database.kept);
    }

    @Test
    void where_a_call_must_be_on_record_a_failure_is_its_own() {
        database.broken = true;
        PromptSink sink = sink(OnFailure.REFUSE, Duration.ofSeconds(10));
        NotKeptException failed = assertThrows(NotKeptException.class, () -> sink.append(List.of("a")));
        assertEquals("broken on purpose", failed.getMessage());
        assertEquals(0, failures());
    }

    private PromptSink sink(OnFailure onFailure, Duration patience) {
        return new PromptSink(database, alarm, onFailure, patience);
    }

    private double failures() {
        return metrics.counter("livercds.audit.failures", "sink", "postgresql").count();
    }
}
