package org.livercds.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.livercds.audit.TestClock;
import org.livercds.security.UsedTokens.Use;
import org.postgresql.ds.PGSimpleDataSource;

/** Several processes and one real database. */
class UsedTokensInPostgresqlTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Duration PLENTY = Duration.ofSeconds(20);

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void a_token_that_was_used_in_one_process_is_used_in_all() {
        String id = UUID.randomUUID().toString();
        assertEquals(Use.FIRST, process(Use.UNKNOWN, NOW).use("ehr", id, LATER));
        assertEquals(Use.AGAIN, process(Use.UNKNOWN, NOW).use("ehr", id, LATER));
        assertEquals(Use.FIRST, process(Use.UNKNOWN, NOW).use("another", id, LATER));
    }

    @Test
    void of_twelve_uses_at_once_in_three_processes_one_is_the_first() throws Exception {
        List<UsedTokens> processes =
                List.of(process(Use.UNKNOWN, NOW), process(Use.UNKNOWN, NOW), process(Use.UNKNOWN, NOW));
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            for (int round = 0; round < 10; round++) {
                String id = "round-" + round + UUID.randomUUID();
                List<Callable<Use>> uses = new ArrayList<>();
                for (int i = 0; i < 12; i++) {
                    UsedTokens process = processes.get(i % 3);
                    uses.add(() -> process.use("ehr", id, LATER));
                }
                List<Use> seen = new ArrayList<>();
                for (Future<Use> use : threads.invokeAll(uses)) {
                    seen.add(use.get());
                }
                assertEquals(1, Collections.frequency(seen, Use.FIRST), seen::toString);
                assertEquals(11, Collections.frequency(seen, Use.AGAIN), seen::toString);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void what_is_over_is_forgotten() throws SQLException {
        UsedTokens early = process(Use.UNKNOWN, NOW.minus(Duration.ofHours(2)));
        early.use("forgotten", "old", NOW.minus(Duration.ofHours(1)));
        UsedTokens process = process(Use.UNKNOWN, NOW);
        for (int i = 0; i < 1_000; i++) {
            process.use("forgotten", "id-" + i, LATER);
        }
        process.upkeep();
        assertEquals(1_000, rows("forgotten"));
    }

    @Test
    void while_the_database_is_away_it_is_as_the_operator_said_and_nobody_waits() {
        int[] tried = {0};
        DataSource away = postgres.getDatabase("postgres", "nowhere");
        for (Use said : List.of(Use.UNKNOWN, Use.FIRST)) {
            tried[0] = 0;
            Told told = new Told();
            UsedTokens used = new UsedTokensInPostgresql(
                    away,
                    () -> {
                        tried[0]++;
                        away.getConnection().close();
                    },
                    own(NOW),
                    said,
                    told,
                    Clock.fixed(NOW, ZoneOffset.UTC));
            used.upkeep();
            assertEquals(said, used.use("ehr", "one", LATER));
            assertEquals(Use.AGAIN, used.use("ehr", "one", LATER));
            assertEquals(said, used.use("ehr", "two", LATER));
            assertEquals(1, tried[0]);
            assertEquals(List.of("begins", "unshared", "unshared"), told.events);
        }
    }

    @Test
    void the_beginning_and_the_end_of_an_outage_are_told_once_each() throws SQLException {
        TestClock clock = new TestClock(NOW);
        Told told = new Told();
        AtomicBoolean away = new AtomicBoolean(true);
        Tables tables = () -> {
            if (away.get()) {
                throw new SQLException("on purpose", "08001");
            }
            makeTables();
        };
        UsedTokens used = new UsedTokensInPostgresql(
                postgres.getPostgresDatabase(), tables, own(NOW), Use.FIRST, told, clock, PLENTY);
        used.upkeep();
        for (String token : List.of("one", "two", "three")) {
            assertEquals(Use.FIRST, used.use("outage", token, LATER));
            clock.pass(Duration.ofSeconds(5));
            used.upkeep();
        }
        away.set(false);
        assertEquals(Use.FIRST, used.use("outage", "not yet tried again", LATER));
        for (String token : List.of("five", "six", "seven")) {
            used.upkeep();
            assertEquals(Use.FIRST, used.use("outage", token, LATER));
        }
        assertEquals(
                List.of("begins", "unshared", "unshared", "unshared", "unshared", "ends after PT15S"), told.events);
        assertEquals(3, rows("outage"));
        assertEquals(0, rows(""), "what was written to try it is not kept");
    }

    /** It could be read; yet nothing could be remembered. */
    @Test
    void a_database_that_takes_nothing_is_away() {
        makeTables();
        Told told = new Told();
        PGSimpleDataSource readOnly = connections();
        readOnly.setOptions("-c default_transaction_read_only=on");
        UsedTokens used = new UsedTokensInPostgresql(
                readOnly, () -> {}, own(NOW), Use.FIRST, told, Clock.fixed(NOW, ZoneOffset.UTC), PLENTY);
        used.upkeep();
        used.upkeep();
        assertEquals(List.of("begins"), told.events);
    }

    @Test
    void a_database_that_hangs_is_waited_for_once() throws SQLException {
        makeTables();
        Told told = new Told();
        PGSimpleDataSource impatient = connections();
        impatient.setSocketTimeout(1);
        UsedTokens used = new UsedTokensInPostgresql(
                impatient, () -> {}, own(NOW), Use.FIRST, told, Clock.fixed(NOW, ZoneOffset.UTC));
        used.upkeep();
        try (Connection owner = postgres.getPostgresDatabase().getConnection();
                Statement sql = owner.createStatement()) {
            owner.setAutoCommit(false);
            sql.execute("LOCK TABLE used_token");
            assertEquals(Use.FIRST, used.use("hanging", "first", LATER));
            long begin = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                assertEquals(Use.FIRST, used.use("hanging", "id-" + i, LATER));
            }
            assertTrue(System.nanoTime() - begin < 500_000_000L);
            used.upkeep();
            assertFalse(told.events.contains("ends after PT0S"));
            owner.rollback();
        }
        used.upkeep();
        assertEquals("ends after PT0S", told.events.get(told.events.size() - 1));
    }

    private static PGSimpleDataSource connections() {
        PGSimpleDataSource connections = new PGSimpleDataSource();
        connections.setUrl("jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres");
        connections.setUser("postgres");
        return connections;
    }

    /** What was told. */
    private static final class Told implements UsedTokensInPostgresql.Watch {
        private final List<String> events = new CopyOnWriteArrayList<>();

        @Override
        public void begins(Instant at, String sqlState) {
            events.add("begins");
        }

        @Override
        public void unshared() {
            events.add("unshared");
        }

        @Override
        public void ends(Instant since, Instant at) {
            events.add("ends after " + Duration.between(since, at));
        }
    }

    private static UsedTokens process(Use whenAway, Instant now) {
        DataSource database = postgres.getPostgresDatabase();
        UsedTokens used = new UsedTokensInPostgresql(
                database,
                UsedTokensInPostgresqlTest::makeTables,
                own(now),
                whenAway,
                new Told(),
                Clock.fixed(now, ZoneOffset.UTC),
                PLENTY);
        used.upkeep();
        return used;
    }

    private static void makeTables() {
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("db/postgresql")
                .load()
                .migrate();
    }

    private static UsedTokens own(Instant now) {
        return new UsedTokensInMemory(Clock.fixed(now, ZoneOffset.UTC), 2_000);
    }

    private static int rows(String client) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet count =
                        statement.executeQuery("SELECT count(*) FROM used_token WHERE client = '" + client + "'")) {
            count.next();
            return count.getInt(1);
        }
    }
}
