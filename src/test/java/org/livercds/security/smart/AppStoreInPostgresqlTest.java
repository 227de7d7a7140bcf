package org.livercds.security.smart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.livercds.audit.TestClock;
import org.livercds.security.smart.AppStore.Kind;
import org.postgresql.ds.PGSimpleDataSource;

/** Several processes and one real database. */
class AppStoreInPostgresqlTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private static EmbeddedPostgres postgres;

    private final TestClock clock = new TestClock(Instant.parse("2026-11-21T08:00:00Z"));

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        process();
        rows("DELETE FROM app_entry RETURNING id");
    }

    @Test
    void what_one_process_keeps_another_finds_until_it_is_over() {
        AppStore one = process();
        AppStore other = process();
        one.keep(Kind.SESSION, "key", "the text", in(60));
        assertEquals(Optional.of("the text"), other.find(Kind.SESSION, "key"));
        assertEquals(Optional.empty(), other.find(Kind.LAUNCH, "key"));
        other.prolong(Kind.SESSION, "key", in(120));
        clock.pass(Duration.ofSeconds(90));
        assertEquals(Optional.of("the text"), one.find(Kind.SESSION, "key"));
        clock.pass(Duration.ofSeconds(31));
        assertEquals(Optional.empty(), one.find(Kind.SESSION, "key"));
        assertEquals(Optional.empty(), one.take(Kind.SESSION, "key"));
    }

    @Test
    void of_twelve_who_take_at_once_one_gets_it() throws Exception {
        List<AppStore> processes = List.of(process(), process(), process());
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            for (int round = 0; round < 10; round++) {
                String key = "round-" + round;
                processes.get(0).keep(Kind.LAUNCH, key, "text", in(60));
                List<Callable<Boolean>> takes = new ArrayList<>();
                for (int i = 0; i < 12; i++) {
                    AppStore process = processes.get(i % 3);
                    takes.add(() -> process.take(Kind.LAUNCH, key).isPresent());
                }
                List<Boolean> taken = new ArrayList<>();
                for (Future<Boolean> take : threads.invokeAll(takes)) {
                    taken.add(take.get());
                }
                assertEquals(1, Collections.frequency(taken, true), taken::toString);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void the_database_tells_nothing_and_no_row_opens_in_another_place() throws SQLException {
        AppStore store = process();
        store.keep(Kind.SESSION, "mine", "canary-token", in(60));
        store.keep(Kind.SESSION, "yours", "another text", in(60));
        assertFalse(rows("SELECT content FROM app_entry").toString().contains("canary"));
        rows("UPDATE app_entry SET content = (SELECT content FROM app_entry WHERE id = 'mine') WHERE id = 'yours'"
                + " RETURNING id");
        assertEquals(Optional.empty(), store.find(Kind.SESSION, "yours"));
        assertEquals(Optional.of("canary-token"), store.find(Kind.SESSION, "mine"));
        byte[] otherKey = KEY.clone();
        otherKey[0]++;
        assertEquals(Optional.empty(), process(otherKey).find(Kind.SESSION, "mine"));
    }

    @Test
    void there_is_room_for_so_many_of_a_kind_and_what_is_over_makes_room() {
        AppStore store = process();
        for (int i = 0; i < 3; i++) {
            store.keep(Kind.SESSION, "key-" + i, "text", in(60));
        }
        LaunchException full =
                assertThrows(LaunchException.class, () -> store.keep(Kind.SESSION, "more", "text", in(60)));
        assertEquals(LaunchProblem.TOO_MANY, full.problem());
        store.keep(Kind.LAUNCH, "more", "text", in(60));
        clock.pass(Duration.ofSeconds(61));
        store.upkeep();
        store.keep(Kind.SESSION, "more", "text", in(60));
    }

    @Test
    void a_database_that_is_away_is_said_to_be_and_comes_back() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://127.0.0.1:9/nowhere");
        DataSource there = postgres.getPostgresDatabase();
        AtomicReference<DataSource> database = new AtomicReference<>(nowhere);
        AppStore store = new AppStoreInPostgresql(
                (DataSource) Proxy.newProxyInstance(
                        DataSource.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (proxy, method, arguments) -> connected(database.get())),
                () -> {
                    connected(database.get()).close();
                    migrate(there);
                },
                KEY,
                clock,
                3);
        store.upkeep();
        LaunchException away =
                assertThrows(LaunchException.class, () -> store.keep(Kind.SESSION, "key", "text", in(60)));
        assertEquals(LaunchProblem.NOT_KEPT, away.problem());
        database.set(there);
        store.upkeep();
        store.keep(Kind.SESSION, "key", "text", in(60));
        assertEquals(Optional.of("text"), store.find(Kind.SESSION, "key"));
    }

    private static Connection connected(DataSource database) throws SQLException {
        return database.getConnection();
    }

    private Instant in(int seconds) {
        return clock.instant().plusSeconds(seconds);
    }

    private AppStore process() {
        return process(KEY);
    }

    private AppStore process(byte[] key) {
        DataSource database = postgres.getPostgresDatabase();
        AppStore store = new AppStoreInPostgresql(database, () -> migrate(database), key, clock, 3);
        store.upkeep();
        return store;
    }

    private static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("db/postgresql")
                .load()
                .migrate();
    }

    private static List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }
}
