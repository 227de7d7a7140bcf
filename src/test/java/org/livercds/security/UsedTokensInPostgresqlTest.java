package org.livercds.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.livercds.security.UsedTokens.Use;

/** Several processes and one real database. */
class UsedTokensInPostgresqlTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

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
        assertEquals(1_000, rows("forgotten"));
    }

    @Test
    void while_the_database_is_away_it_is_as_the_operator_said_and_nobody_waits() {
        int[] tried = {0};
        DataSource away = postgres.getDatabase("postgres", "nowhere");
        for (Use said : List.of(Use.UNKNOWN, Use.FIRST)) {
            tried[0] = 0;
            int[] unshared = {0};
            UsedTokens used = new UsedTokensInPostgresql(
                    away,
                    () -> {
                        tried[0]++;
                        away.getConnection().close();
                    },
                    own(NOW),
                    said,
                    () -> unshared[0]++,
                    Clock.fixed(NOW, ZoneOffset.UTC));
            assertEquals(said, used.use("ehr", "one", LATER));
            assertEquals(Use.AGAIN, used.use("ehr", "one", LATER));
            assertEquals(said, used.use("ehr", "two", LATER));
            assertEquals(1, tried[0]);
            assertEquals(2, unshared[0]);
        }
    }

    private static UsedTokens process(Use whenAway, Instant now) {
        DataSource database = postgres.getPostgresDatabase();
        UsedTokensInPostgresql.Tables tables = () -> Flyway.configure()
                .dataSource(database)
                .locations("db/postgresql")
                .load()
                .migrate();
        return new UsedTokensInPostgresql(
                database, tables, own(now), whenAway, () -> {}, Clock.fixed(now, ZoneOffset.UTC));
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
