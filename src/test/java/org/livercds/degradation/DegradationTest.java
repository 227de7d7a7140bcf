package org.livercds.degradation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.livercds.degradation.Ehr.Answer;
import org.livercds.degradation.Line.State;
import org.livercds.feedback.EmbeddedDatabase;
import org.livercds.security.Token;
import org.livercds.service.DemoRequests;
import org.sqlite.SQLiteDataSource;

/**
 * The running service while things that it needs are away, slow or wrong, alone and in pairs. One start for all: nothing
 * can be reached when it begins, and the tests come in the order in which things then happen.
 */
@QuarkusTest
@TestProfile(DegradationTest.Behind.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(60)
class DegradationTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String FAILURES = "livercds_audit_failures_total";
    private static final String UNSHARED = "livercds_tokens_unshared_total";
    private static final String DENIED = "livercds_tokens_denied_total{why=\"KEYS_UNAVAILABLE\"}";

    private static final String SHARED_AGAIN = "audit_event WHERE event::text LIKE '%tokensShared%'";
    private static final String UNSHARED_FROM_NOW = "audit_event WHERE event::text LIKE '%tokensUnshared%'";

    /** Lines, and behind them what the service needs. */
    public static final class Behind implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Surroundings.class));
        }
    }

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @TestHTTPResource("/")
    URI service;

    @Inject
    DemoRequests requests;

    @Inject
    EmbeddedDatabase embedded;

    Surroundings around;

    private Ehr ehr;

    @BeforeEach
    void anEhr() {
        ehr = new Ehr(
                service,
                managementPort,
                requests.today("three-metastases-under-3-cm").orElseThrow());
        ehr.isAt(around.fhir());
    }

    @Test
    @Order(1)
    void keys_and_database_are_away_at_the_start() {
        ehr.prefetched().is(401);
        ehr.prefetched().inTime().is(401);
        ehr.tells(1).inTime().is(401);
        assertEquals(3, ehr.metric(DENIED));
        around.keys().is(State.WORKS);
        Ehr.await(SOON, () -> ehr.prefetched().status() == 200);
    }

    @Test
    @Order(2)
    void the_database_is_away_at_the_start_and_so_is_the_fhir_server() {
        ehr.prefetched();
        assertTrue(ehr.prefetched().inTime().isWhole());
        Answer unread = ehr.fetched(fhir(0)).inTime().is(412);
        assertTrue(unread.body().toString().contains("conditions (UNREACHABLE)"));
        assertEquals(
                "UNREACHABLE", ehr.withoutFindings(fhir(0)).inTime().is(200).problem("observations"));
        Token token = ehr.token(Ehr.HOOK);
        ehr.prefetched(token).is(200);
        ehr.prefetched(token).is(401);
        ehr.tells(5).inTime().is(200);
        assertTrue(ehr.metric("livercds_feedback_waiting") >= 5);
        assertTrue(ehr.metric(FAILURES) > 3);
        assertTrue(ehr.metric(UNSHARED) > 3);
    }

    @Test
    @Order(3)
    void what_waited_moves_when_the_database_comes_and_the_fhir_server_is_read() {
        around.fhirLine(0).is(State.WORKS);
        around.database().is(State.WORKS);
        Ehr.await(SOON, () -> ehr.fetched(fhir(0)).isWhole());
        awaitDatabase();
        Ehr.await(SOON, () -> ehr.metric("livercds_feedback_waiting") == 0);
        assertTrue(around.count("stray_feedback") >= 5);
    }

    @Test
    @Order(10)
    void a_fhir_server_that_hangs_costs_no_more_than_the_deadline_and_is_read_soon_after_it_is_back() {
        around.fhirLine(1).is(State.WORKS);
        assertTrue(ehr.fetched(fhir(1)).isWhole());
        around.fhirLine(1).is(State.HANGS);
        Answer unread = ehr.fetched(fhir(1)).inTime().is(412);
        assertTrue(unread.body().toString().contains("conditions (TIMED_OUT)"));
        Answer partly = ehr.withoutFindings(fhir(1)).inTime().is(200);
        assertEquals("TIMED_OUT", partly.problem("observations"));
        assertEquals("incomplete", partly.evaluation().path("status").asText());
        Ehr.await(SOON, () -> ehr.fetched(fhir(1)).inTime().body().toString().contains("RESTING"));
        assertTrue(ehr.prefetched().inTime().isWhole());
        assertTrue(around.fhirLine(1).met() > 0, "nobody met it");
        around.fhirLine(1).is(State.WORKS);
        Duration back = Ehr.await(SOON, () -> ehr.fetched(fhir(1)).isWhole());
        System.out.printf("first whole answer %d ms after the FHIR server is back%n", back.toMillis());
    }

    @Test
    @Order(20)
    void a_slow_database_slows_no_call_and_loses_nothing() {
        double failures = ehr.metric(FAILURES);
        int events = around.count("audit_event");
        around.database().is(State.SLOW);
        for (Answer answer : together(4, ehr::prefetched)) {
            assertTrue(answer.inTime().isWhole());
        }
        ehr.tells(1).inTime().is(200);
        Ehr.await(SOON, () -> around.count("audit_event") >= events + 5);
        assertEquals(failures, ehr.metric(FAILURES));
        assertTrue(around.database().met() > 0, "nobody met it");
        around.database().is(State.WORKS);
        awaitDatabase();
    }

    @Test
    @Order(30)
    void the_database_and_a_fhir_server_hang_at_once() {
        around.fhirLine(2).is(State.WORKS);
        assertTrue(ehr.fetched(fhir(2)).isWhole());
        awaitDatabase();
        around.fhirLine(2).is(State.HANGS);
        around.database().is(State.HANGS);
        List<Supplier<Answer>> calls = List.of(
                () -> ehr.fetched(fhir(2)),
                () -> ehr.withoutFindings(fhir(2)),
                () -> ehr.fetched(fhir(2)),
                () -> ehr.withoutFindings(fhir(2)));
        List<Answer> answers = together(calls);
        answers.forEach(answer -> System.out.printf("%d after %d ms%n", answer.status(), answer.millis()));
        assertEquals(
                List.of(412, 200, 412, 200),
                answers.stream().map(Answer::status).toList());
        answers.forEach(Answer::inTime);
        assertTrue(ehr.prefetched().inTime().isWhole());
        assertTrue(around.fhirLine(2).met() > 0 && around.database().met() > 0, "nobody met it");
    }

    @Test
    @Order(31)
    void while_the_database_hangs_each_process_takes_a_token_once_and_feedback_waits() {
        assertEquals(State.HANGS, around.database().state());
        double unshared = ehr.metric(UNSHARED);
        Token token = ehr.token(Ehr.HOOK);
        ehr.prefetched(token).inTime().is(200);
        ehr.prefetched(token).inTime().is(401);
        ehr.tells(3).inTime().is(200);
        assertEquals(unshared + 2, ehr.metric(UNSHARED));
        assertTrue(ehr.metric("livercds_feedback_waiting") >= 3);
        Ehr.await(SOON, () -> ehr.metric(FAILURES) > 0);
    }

    @Test
    @Order(32)
    void the_database_hangs_and_the_feedback_folder_is_gone() throws Exception {
        assertEquals(State.HANGS, around.database().state());
        Path elsewhere = around.feedback().resolveSibling("elsewhere");
        Files.move(around.feedback(), elsewhere);
        ehr.tells(1).inTime().is(503);
        ehr.tells(1).inTime().is(503);
        assertTrue(ehr.prefetched().inTime().isWhole());
        Files.move(elsewhere, around.feedback());
        ehr.tells(1).is(200);
    }

    @Test
    @Order(33)
    void the_database_hangs_and_the_host_of_the_keys_is_away() {
        assertEquals(State.HANGS, around.database().state());
        around.keys().is(State.REFUSES);
        assertTrue(ehr.prefetched().inTime().isWhole());
        around.keys().is(State.WORKS);
    }

    @Test
    @Order(34)
    void what_waited_for_a_database_that_hung_moves_when_it_is_back() {
        around.database().is(State.WORKS);
        awaitDatabase();
        Ehr.await(SOON, () -> ehr.metric("livercds_feedback_waiting") == 0);
        Ehr.await(SOON, () -> around.count(SHARED_AGAIN) >= 3);
        assertEquals(around.count(SHARED_AGAIN), around.count(UNSHARED_FROM_NOW));
    }

    @Test
    @Order(40)
    void hosts_of_keys_and_a_fhir_server_hang() {
        around.fhirLine(3).is(State.HANGS);
        around.keys().is(State.HANGS);
        ehr.fetched(fhir(3)).inTime().is(412);
        ehr.withoutFindings(fhir(3)).inTime().is(200);
        for (int call = 0; call < 3; call++) {
            ehr.prefetched(ehr.token(Surroundings.OTHER, Ehr.HOOK)).inTime().is(401);
        }
        assertTrue(around.otherKeys().met() > 0 && around.fhirLine(3).met() > 0, "nobody met it");
        around.keys().is(State.WORKS);
        around.otherKeys().is(State.WORKS);
        Ehr.await(
                SOON,
                () -> ehr.prefetched(ehr.token(Surroundings.OTHER, Ehr.HOOK)).status() == 200);
    }

    @Test
    @Order(41)
    void the_disk_of_feedback_is_full_and_the_fhir_server_refuses() throws Exception {
        SQLiteDataSource disk = (SQLiteDataSource) embedded.source();
        disk.getConfig().setMaxPageCount(1);
        Path elsewhere = around.feedback().resolveSibling("elsewhere");
        Files.move(around.feedback(), elsewhere);
        ehr.tells(1).is(503);
        Files.move(elsewhere, around.feedback());
        Ehr.await(SOON, () -> ehr.tells(100).inTime().status() == 503);
        around.fhirLine(4).is(State.REFUSES);
        ehr.fetched(fhir(4)).inTime().is(412);
        assertTrue(ehr.prefetched().inTime().isWhole());
        disk.getConfig().setMaxPageCount(1_000_000);
        Ehr.await(SOON, () -> ehr.tells(100).status() == 200);
    }

    @Test
    @Order(42)
    void the_database_has_no_connections_left() throws Exception {
        around.execute("ALTER ROLE livercds CONNECTION LIMIT 0");
        around.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'livercds'");
        for (Answer answer : together(4, ehr::prefetched)) {
            assertTrue(answer.inTime().isWhole());
        }
        ehr.tells(1).inTime().is(200);
        around.execute("ALTER ROLE livercds CONNECTION LIMIT -1");
        awaitDatabase();
    }

    private String fhir(int number) {
        return Surroundings.base(around.fhirLine(number));
    }

    /** Until a token is shared again, and what is told is on record. */
    private void awaitDatabase() {
        Ehr.await(SOON, () -> {
            double unshared = ehr.metric(UNSHARED);
            double failures = ehr.metric(FAILURES);
            int events = around.count("audit_event");
            ehr.prefetched().is(200);
            return ehr.metric(UNSHARED) == unshared
                    && ehr.metric(FAILURES) == failures
                    && around.count("audit_event") > events;
        });
    }

    private static List<Answer> together(int number, Supplier<Answer> call) {
        return together(Collections.nCopies(number, call));
    }

    private static List<Answer> together(List<Supplier<Answer>> calls) {
        List<CompletableFuture<Answer>> begun = new ArrayList<>();
        calls.forEach(call -> begun.add(CompletableFuture.supplyAsync(call, task -> new Thread(task).start())));
        return begun.stream().map(CompletableFuture::join).toList();
    }
}
