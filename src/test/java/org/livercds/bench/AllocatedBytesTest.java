package org.livercds.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.livercds.service.AnswerSteps;

/** What reading, answering and writing a call costs in bytes: they do not depend on what else the machine does. */
class AllocatedBytesTest {

    /** The most for a call of 80 KB. */
    private static final long MOST = 560_000;

    /** The most for the same with a narrative in each resource: it is passed over, and costs hardly more. */
    private static final long MOST_WITH_NARRATIVE = MOST + 40_000;

    /** Ten times the resources may cost so many times the bytes. */
    private static final double MOST_TIMES = 8;

    private static final int WARM_UP = 20;
    private static final int ROUNDS = 7;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final AnswerSteps STEPS = new AnswerSteps();

    private static long plain;

    @BeforeAll
    static void measure() {
        plain = bytes(80, false);
    }

    @AfterAll
    static void end() {
        STEPS.close();
    }

    @Test
    void a_call_of_80_KB_takes_no_more_bytes_than_it_did() {
        requireAtMost(MOST, plain);
    }

    @Test
    void narrative_costs_hardly_more() {
        requireAtMost(MOST_WITH_NARRATIVE, bytes(80, true));
    }

    @Test
    void ten_times_the_chart_takes_no_more_than_eight_times_the_bytes() {
        requireAtMost((long) (MOST_TIMES * plain), bytes(800, false));
    }

    /** So that what is measured is an answer, and not a refusal. */
    @Test
    void each_kind_of_chart_is_evaluated() {
        bodies(80, true).stream()
                .map(STEPS::answer)
                .map(answer -> new String(answer, StandardCharsets.UTF_8))
                .forEach(answer -> {
                    assertTrue(answer.contains("\"summary\""), answer);
                    assertTrue(answer.contains("\"status\":\"evaluated\""), answer);
                });
    }

    private static void requireAtMost(long most, long bytes) {
        assertTrue(bytes <= most, () -> bytes + " bytes for a call, at most " + most);
    }

    /** For a call, on average over the kinds of charts: the median of several rounds of a warm service. */
    private static long bytes(int kilobytes, boolean narrative) {
        List<byte[]> bodies = bodies(kilobytes, narrative);
        IntStream.range(0, WARM_UP * 80 / (80 + kilobytes)).forEach(i -> bodies.forEach(STEPS::answer));
        long[] rounds = IntStream.range(0, ROUNDS)
                .mapToLong(i -> round(bodies))
                .sorted()
                .toArray();
        return rounds[ROUNDS / 2];
    }

    private static long round(List<byte[]> bodies) {
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        bodies.forEach(STEPS::answer);
        return (THREADS.getThreadAllocatedBytes(thread) - before) / bodies.size();
    }

    private static List<byte[]> bodies(int kilobytes, boolean narrative) {
        return IntStream.range(0, BenchRequest.KINDS)
                .mapToObj(i -> BenchRequest.of(kilobytes, narrative, i, AnswerSteps.today())
                        .prefetched()
                        .getBytes())
                .toList();
    }
}
