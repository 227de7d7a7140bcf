package org.livercds.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who watches is told of each query once when it begins and once when it ends, whatever happens to it. */
class FetchWatchTest extends FetchTestCase {

    private final Queue<String> begun = new ConcurrentLinkedQueue<>();
    private final Queue<String> ended = new ConcurrentLinkedQueue<>();

    private final FetchWatch watch = type -> {
        begun.add(type);
        return problem -> ended.add(type + " " + problem.map(Enum::name).orElse("NONE"));
    };

    @ParameterizedTest
    @CsvSource({"NONE, NONE", "HTTP_500, SERVER_FAILED", "CLOSE, UNREACHABLE", "HANG, TIMED_OUT", "HTTP_404, NOT_FOUND"
    })
    void a_query_and_its_problem(Fault fault, String told) {
        ehr.fail("Condition", fault);
        try (FhirClient watched = client(watch)) {
            read(watched, Map.of("key", conditions()), HOOK);
        }
        assertEquals(List.of("Condition"), List.copyOf(begun));
        assertEquals(List.of("Condition " + told), List.copyOf(ended));
    }

    @Test
    void what_cannot_be_asked_for_ends_too() {
        try (FhirClient watched = client(watch)) {
            read(watched, Map.of("key", new FhirQuery("Condition/..", Map.of())), HOOK);
        }
        assertEquals(List.of("Condition REJECTED"), List.copyOf(ended));
    }

    @Test
    void so_does_what_is_not_let_in() throws InterruptedException {
        ehr.fail("Condition", Fault.HANG);
        try (FhirClient watched = client(watch)) {
            List<CompletableFuture<Void>> stuck = new ArrayList<>();
            for (int call = 0; call < 16; call++) {
                stuck.add(CompletableFuture.runAsync(
                        () -> read(watched, Map.of("key", conditions()), Duration.ofSeconds(2)),
                        command -> new Thread(command).start()));
            }
            for (int wait = 0; wait < 40 && ehr.received().size() < 16; wait++) {
                Thread.sleep(25);
            }
            read(watched, Map.of("a", conditions(), "b", new FhirQuery("metadata", Map.of())), HOOK);
            assertEquals(2, ended.size());
            assertTrue(ended.containsAll(List.of("Condition BUSY", "metadata BUSY")), ended::toString);
            stuck.forEach(CompletableFuture::join);
        }
        assertEquals(18, begun.size());
        assertEquals(18, ended.size());
    }

    private void read(FhirClient watched, Map<String, FhirQuery> queries, Duration time) {
        watched.fetchAll(server(), Optional.empty(), queries, Deadline.in(time));
    }
}
