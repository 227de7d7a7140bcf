package org.livercds.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class EmbeddedStoreTest {

    @TempDir
    Path directory;

    private EmbeddedDatabase database;
    private SqlStore store;

    @BeforeEach
    void open() throws Exception {
        database = EmbeddedDatabase.open(directory.resolve("feedback"));
        store = new SqlStore(database.writer());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_is_told_again_is_kept_once_also_after_a_restart() throws Exception {
        Batch batch = new Batch(
                List.of(Told.overridden(Told.card(1, 1, 0), 7)),
                List.of(new Stray(UUID.randomUUID().toString(), "s", "accepted", 7, true, Told.origin())),
                0);
        store.keep(batch);
        store.keep(batch);
        close();
        open();
        store.keep(batch);
        assertEquals(2, store.count());
    }

    @Test
    void a_card_that_is_overridden_and_accepted_later_has_both() throws Exception {
        UUID card = Told.card(1, 1, 0);
        store.keep(new Batch(List.of(Told.overridden(card, 7), Told.overridden(card, 8)), List.of(), 0));
        assertEquals(2, store.count());
    }

    @Test
    void the_disk_is_reached_before_the_answer() throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement sql = connection.createStatement()) {
            assertEquals("wal", word(sql, "PRAGMA journal_mode"));
            assertEquals("2", word(sql, "PRAGMA synchronous"));
        }
    }

    @Test
    void nobody_else_reads_the_file() throws Exception {
        store.keep(Told.batch(1));
        Path folder = directory.resolve("feedback");
        assertEquals(
                "[OWNER_READ, OWNER_WRITE, OWNER_EXECUTE]",
                Files.getPosixFilePermissions(folder).stream().sorted().toList().toString());
        try (var files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertTrue(all.size() > 1, all::toString);
            for (Path file : all) {
                assertEquals(
                        "[OWNER_READ, OWNER_WRITE]",
                        Files.getPosixFilePermissions(file).stream()
                                .sorted()
                                .toList()
                                .toString());
            }
        }
    }

    @Test
    void what_failed_is_not_said_to_be_kept_and_the_next_is() throws Exception {
        execute("ALTER TABLE feedback RENAME TO elsewhere");
        assertThrows(NotKeptException.class, () -> store.keep(Told.batch(3)));
        execute("ALTER TABLE elsewhere RENAME TO feedback");
        assertEquals(0, store.count());
        store.keep(Told.batch(3));
        assertEquals(3, store.count());
    }

    @Test
    void what_goes_to_a_folder_that_was_taken_away_is_not_said_to_be_kept() throws Exception {
        Path folder = directory.resolve("feedback");
        Path elsewhere = directory.resolve("elsewhere");
        store.keep(Told.batch(1));
        Files.move(folder, elsewhere);
        assertThrows(NotKeptException.class, () -> store.keep(Told.batch(2)));
        assertThrows(NotKeptException.class, () -> store.keep(Told.batch(2)));
        Files.move(elsewhere, folder);
        store.keep(Told.batch(3));
        close();
        open();
        assertTrue(store.count() >= 4);
    }

    @Test
    void nor_is_it_where_only_the_file_was_deleted() throws Exception {
        store.keep(Told.batch(1));
        Path file = directory.resolve("feedback").resolve("feedback.sqlite");
        Files.delete(file);
        assertThrows(NotKeptException.class, () -> store.keep(Told.batch(2)));
        assertThrows(NotKeptException.class, () -> store.keep(Told.batch(2)));
        assertFalse(Files.exists(file));
    }

    @Test
    void a_disk_that_is_read_only_is_told_until_it_can_be_written() throws Exception {
        SQLiteDataSource disk = (SQLiteDataSource) database.source();
        disk.getConfig().setReadOnly(true);
        reconnect();
        for (int i = 0; i < 2; i++) {
            NotKeptException refused = assertThrows(NotKeptException.class, () -> store.keep(Told.batch(1)));
            assertTrue(refused.getMessage().contains("SQLITE_READONLY"), refused.getMessage());
        }
        disk.getConfig().setReadOnly(false);
        store.keep(Told.batch(1));
        assertEquals(1, store.count());
    }

    /** After a failure the writer does. */
    private void reconnect() {
        assertThrows(
                SQLException.class,
                () -> database.writer().run(connection -> {
                    throw new SQLException("on purpose");
                }));
    }

    @Test
    void a_full_disk_is_told_until_there_is_room_again() throws Exception {
        SQLiteDataSource disk = (SQLiteDataSource) database.source();
        disk.getConfig().setMaxPageCount(1);
        reconnect();
        int kept = 0;
        NotKeptException full = null;
        while (full == null && kept < 1_000) {
            try {
                store.keep(Told.batch(10));
                kept += 10;
            } catch (NotKeptException refused) {
                full = refused;
            }
        }
        assertNotNull(full);
        assertTrue(full.getMessage().contains("SQLITE_FULL"), full.getMessage());
        assertThrows(NotKeptException.class, () -> store.keep(Told.batch(10)));
        assertEquals(kept, store.count());
        disk.getConfig().setMaxPageCount(1_000_000);
        reconnect();
        store.keep(Told.batch(10));
        assertEquals(kept + 10, store.count());
    }

    @Test
    void what_is_old_goes_and_the_rest_stays() throws Exception {
        store.keep(Told.batch(5));
        execute("INSERT INTO issued_card VALUES ('old', 't', 'p', 'u', 's', 'x', '2.0.0', '{}', 1000, 0)");
        long day = Told.NOW.getEpochSecond() / 86_400;
        execute("INSERT INTO answered VALUES (" + (day - 2) + ", 't', 's', '2.0.0', 7)");
        execute("INSERT INTO answered VALUES (" + day + ", 't', 's', '2.0.0', 7)");
        assertEquals(2, store.deleteOlder(Told.NOW));
        assertEquals(5, store.deleteOlder(Told.NOW.plus(Duration.ofMillis(1))));
        assertEquals(0, store.count());
    }

    @Test
    void a_patient_is_forgotten_and_others_are_not() throws Exception {
        UUID theirs = Told.card(1, 1, 0);
        UUID others = Told.card(1, 1, 0);
        store.keep(new Batch(List.of(Told.overridden(theirs, 1), Told.overridden(others, 1)), List.of(), 0));
        String patient = Told.HASHES.patient("", "p");
        execute("INSERT INTO issued_card VALUES ('" + theirs + "', '', '" + patient
                + "', 'u', 's', 'x', '2', '{}', 1, 0)");
        execute("INSERT INTO issued_card VALUES ('" + others + "', '', 'another', 'u', 's', 'x', '2', '{}', 1, 0)");
        Set<String> cards = store.cardsOf(Told.HASHES.allOfPatient("", "p"));
        assertEquals(Set.of(theirs.toString()), cards);
        assertEquals(2, store.deleteCards(cards));
        assertEquals(1, store.count());
        assertEquals(0, store.cardsOf(List.of(patient)).size());
    }

    /** Told while its key was not set here. */
    @Test
    void what_was_told_of_their_card_as_of_an_unknown_one_goes_too() throws Exception {
        String theirs = Told.card(1, 1, 0).toString();
        Stray stray = new Stray(theirs, "s", "accepted", 1, true, Told.origin());
        Stray foreign = new Stray(Told.HASHES.foreign("x"), "s", "accepted", 1, true, Told.origin());
        store.keep(new Batch(List.of(), List.of(stray, foreign), 0));
        execute("INSERT INTO issued_card VALUES ('" + theirs + "', '', 'p', 'u', 's', 'x', '2', '{}', 1, 0)");
        assertEquals(2, store.deleteCards(store.cardsOf(List.of("p"))));
        assertEquals(1, store.count());
    }

    @Test
    void many_callers_share_the_way_to_the_disk() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(16);
        List<Future<?>> calls = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            calls.add(callers.submit(() -> {
                store.keep(Told.batch(10));
                return null;
            }));
        }
        for (Future<?> call : calls) {
            call.get();
        }
        callers.shutdown();
        assertEquals(2_000, store.count());
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static String word(Statement sql, String question) throws SQLException {
        try (ResultSet answer = sql.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
