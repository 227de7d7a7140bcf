package org.livercds.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One server that hangs or fails costs little, and is left alone for a while. */
class ServerGuardTest extends FetchTestCase {

    private static final Duration REST = Duration.ofMillis(400);
    private static final FetchLimits SOON_BACK = new FetchLimits(10, 1_000, 10_000_000, 16, REST);

    @Test
    void the_seventeenth_call_is_busy_at_once_and_another_server_is_not() throws InterruptedException {
        ehr.fail("Condition", Fault.HANG);
        ExecutorService callers = Executors.newFixedThreadPool(16);
        List<CompletableFuture<Fetched>> stuck = new ArrayList<>();
        for (int call = 0; call < 16; call++) {
            stuck.add(CompletableFuture.supplyAsync(() -> fetch(conditions(), Duration.ofSeconds(2)), callers));
        }
        for (int wait = 0; wait < 40 && ehr.received().size() < 16; wait++) {
            Thread.sleep(25);
        }

        Map<String, FhirQuery> two = Map.of("a", conditions(), "b", conditions());
        long millis = millisOf(() -> assertEquals(
                Map.of("a", Fetched.nothing(FetchProblem.BUSY), "b", Fetched.nothing(FetchProblem.BUSY)),
                client.fetchAll(server(), Optional.empty(), two, Deadline.in(PLENTY))));

        assertTrue(millis < 1_500, millis + " ms");
        assertTrue(
                client.fetchAll(server(elsewhere.base()), Optional.empty(), two, Deadline.in(PLENTY)).values().stream()
                        .allMatch(Fetched::isComplete));
        stuck.forEach(call -> assertEquals(Fetched.nothing(FetchProblem.TIMED_OUT), call.join()));
        assertEquals(16, ehr.received().size());
        callers.shutdown();
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_500", "HTTP_429", "CLOSE", "HANG"})
    void a_server_that_fails_is_left_alone_and_tried_again(Fault fault) throws InterruptedException {
        ehr.retryAfter("");
        try (FhirClient guarded = client(SOON_BACK)) {
            giveOnce(fault, guarded);
            ehr.fail("Condition", fault);
            twenty(guarded);
            int calls = ehr.received().size();
            assertTrue(guarded.isResting(server()));
            assertTrue(calls == 20 || fault == Fault.HTTP_500 && calls == 21, calls + " calls");
            assertEquals(Fetched.nothing(FetchProblem.RESTING), one(guarded));
            assertEquals(calls, ehr.received().size());

            ehr.fail("Condition", Fault.NONE);
            Thread.sleep(REST.toMillis() + 100);

            assertFalse(guarded.isResting(server()), "without a call that tries");
            assertTrue(one(guarded).isComplete());
            assertTrue(one(guarded).isComplete());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_400", "HTTP_401", "HTTP_403", "HTTP_404", "OUTCOME_200", "TRUNCATED"})
    void a_server_that_only_refuses_is_called_again(Fault fault) {
        ehr.fail("Condition", fault);
        try (FhirClient guarded = client(SOON_BACK)) {
            twenty(guarded);
            one(guarded);
            assertEquals(21, ehr.received().size());
        }
    }

    /** A 500 counts only for a type that the server has given. */
    private void giveOnce(Fault fault, FhirClient guarded) {
        if (fault == Fault.HTTP_500) {
            assertTrue(one(guarded).isComplete());
        }
    }

    @Test
    void a_type_that_the_server_never_gave_does_not_silence_the_others() {
        ehr.fail("BodyStructure", Fault.HTTP_500);
        FhirQuery unknown = new FhirQuery("BodyStructure", Map.of("patient", "p"));
        for (int call = 0; call < 25; call++) {
            assertEquals(Fetched.nothing(FetchProblem.SERVER_FAILED), fetch(unknown, PLENTY));
        }
        assertTrue(fetch(conditions(), PLENTY).isComplete());
    }

    @Test
    void a_server_without_post_does_not_count_as_failing() {
        ehr.fail("Condition", Fault.NO_POST_501);
        for (int call = 0; call < 25; call++) {
            assertTrue(fetch(longSearch(), PLENTY).isComplete());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_429", "HTTP_503"})
    void a_pause_that_the_server_asks_for_is_kept(Fault fault) throws InterruptedException {
        ehr.fail("Condition", fault).retryAfter("1");
        fetch(conditions(), PLENTY);
        ehr.fail("Condition", Fault.NONE);

        assertEquals(Fetched.nothing(FetchProblem.RESTING), fetch(conditions(), PLENTY));
        assertTrue(client.isResting(server()));
        assertFalse(client.isResting(server(elsewhere.base())), "never called");
        assertEquals(1, ehr.received().size());
        Thread.sleep(1_050);
        assertTrue(fetch(conditions(), PLENTY).isComplete());
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_500", "HANG", "CLOSE"})
    void one_line_of_the_log_names_server_and_problem_and_nothing_else(Fault fault) {
        List<String> lines = logOf(guarded -> {
            giveOnce(fault, guarded);
            ehr.fail("Condition", fault);
            twenty(guarded);
        });

        assertEquals(1, lines.size(), lines::toString);
        assertTrue(lines.get(0).matches(ehr.base() + " is not called for a while: [A-Z_]+"), lines::toString);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HANG", "DRIP", "CLOSE", "HTTP_429", "HTTP_500", "HTTP_503", "GZIP_BOMB", "SECOND_PAGE_500"})
    void no_other_fault_is_logged(Fault fault) {
        ehr.serve("Condition", bundleOf("canary")).fail("Condition", fault);

        assertEquals(List.of(), logOf(guarded -> {
            one(guarded);
            one(guarded);
        }));
    }

    @Test
    void servers_that_do_not_answer_are_rehearsed_in_silence() {
        assertEquals(List.of(), logOf(ServerGuardTest::warmUp));
    }

    private static void warmUp(FhirClient guarded) {
        try {
            guarded.warmUp();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private List<String> logOf(Consumer<FhirClient> calls) {
        List<LogRecord> lines = new CopyOnWriteArrayList<>();
        Logger log = Logger.getLogger("");
        Handler listener = listener(lines);
        log.addHandler(listener);
        try (FhirClient guarded = client(SOON_BACK)) {
            calls.accept(guarded);
        } finally {
            log.removeHandler(listener);
        }
        return lines.stream().map(ServerGuardTest::text).toList();
    }

    private static String text(LogRecord line) {
        return new PatternFormatter("%m%e").format(line).strip();
    }

    private static Handler listener(List<LogRecord> lines) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private void twenty(FhirClient guarded) {
        Map<Integer, FhirQuery> queries = new LinkedHashMap<>();
        for (int key = 0; key < 20; key++) {
            queries.put(key, new FhirQuery("Condition", Map.of("patient", "canary" + key)));
        }
        Optional<AccessToken> token = AccessToken.of("canary", server());
        guarded.fetchAll(server(), token, queries, Deadline.in(Duration.ofSeconds(1)));
    }

    private Fetched one(FhirClient guarded) {
        return guarded.fetchAll(server(), Optional.empty(), Map.of("key", conditions()), Deadline.in(HOOK))
                .get("key");
    }
}
