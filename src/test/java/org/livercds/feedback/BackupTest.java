package org.livercds.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup and restore as docs/OPERATIONS.md has them, of stores that are in use meanwhile. */
class BackupTest {

    private static final int BEFORE = 200;

    @TempDir
    Path folder;

    private interface Copying {
        void copy(EmbeddedDatabase live, Path to) throws Exception;
    }

    @Test
    void the_command_copies_a_live_store_and_the_copy_takes_its_place() throws Exception {
        Path copy = restoredAfter(EmbeddedDatabase::copyTo);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)));
    }

    @Test
    void so_does_the_tool_of_sqlite() throws Exception {
        assumeTrue(isThere("sqlite3"), "no sqlite3 on this machine");
        restoredAfter((live, to) -> run("sqlite3", folder.resolve("live/feedback.sqlite"), ".backup '" + to + "'"));
    }

    @Test
    void what_is_there_already_is_not_written_over() throws Exception {
        Path there = Files.writeString(folder.resolve("there"), "something else");
        try (EmbeddedDatabase live = EmbeddedDatabase.open(folder.resolve("live"))) {
            assertThrows(FileAlreadyExistsException.class, () -> live.copyTo(there));
        }
        assertEquals("something else", Files.readString(there));
    }

    @Test
    void a_dump_of_postgresql_has_feedback_and_audit_and_can_be_written_to() throws Exception {
        assumeTrue(isThere("pg_dump") && isThere("pg_restore"), "no pg_dump on this machine");
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgresql"))
                .start()) {
            DataSource live = server.getPostgresDatabase();
            tables(live);
            change(live, "INSERT INTO audit_event (event) VALUES ('{}')");
            store(live).keep(Told.batch(BEFORE));
            run("pg_dump", "--format=custom", "--file=" + folder.resolve("copy.dump"), address(server, "postgres"));
            store(live).keep(Told.batch(BEFORE));
            change(live, "CREATE DATABASE restored");
            run(
                    "pg_restore",
                    "--exit-on-error",
                    "--dbname=" + address(server, "restored"),
                    folder.resolve("copy.dump"));
            DataSource restored = server.getDatabase("postgres", "restored");
            assertEquals(BEFORE, count(restored, "feedback"));
            assertEquals(1, count(restored, "audit_event"));
            tables(restored);
            store(restored).keep(Told.batch(1));
            assertEquals(BEFORE + 1, count(restored, "feedback"));
            assertThrows(SQLException.class, () -> change(restored, "DELETE FROM audit_event"));
        }
    }

    /** All that was said to be kept before the copy was begun is in it, and what is sent again is kept once. */
    private Path restoredAfter(Copying copying) throws Exception {
        Path copy = folder.resolve("copy.sqlite");
        Batch before = Told.batch(BEFORE);
        try (EmbeddedDatabase live = EmbeddedDatabase.open(folder.resolve("live"))) {
            new SqlStore(live.writer()).keep(before);
            AtomicBoolean over = new AtomicBoolean();
            CompletableFuture<Void> traffic = CompletableFuture.runAsync(() -> keepOn(live, over));
            copying.copy(live, copy);
            over.set(true);
            traffic.get(10, TimeUnit.SECONDS);
        }
        Path place = Files.createDirectories(folder.resolve("restored")).resolve("feedback.sqlite");
        Files.copy(copy, place);
        try (EmbeddedDatabase restored = EmbeddedDatabase.open(place.getParent())) {
            SqlStore store = new SqlStore(restored.writer());
            int kept = store.count();
            assertTrue(kept >= BEFORE, () -> kept + " rows");
            store.keep(before);
            assertEquals(kept, store.count());
            store.keep(Told.batch(1));
            assertEquals(kept + 1, store.count());
        }
        return copy;
    }

    private static void keepOn(EmbeddedDatabase live, AtomicBoolean over) {
        SqlStore store = new SqlStore(live.writer());
        try {
            while (!over.get()) {
                store.keep(Told.batch(5));
            }
        } catch (NotKeptException failed) {
            throw new AssertionError(failed);
        }
    }

    private static SqlStore store(DataSource common) {
        return new SqlStore(Transactions.of(common));
    }

    private static void tables(DataSource common) {
        Flyway.configure().dataSource(common).locations("db/postgresql").load().migrate();
    }

    private static void change(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(DataSource database, String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT count(*) FROM " + table)) {
            found.next();
            return found.getInt(1);
        }
    }

    private static String address(EmbeddedPostgres server, String database) {
        return "postgresql://postgres@localhost:" + server.getPort() + "/" + database;
    }

    private static boolean isThere(String tool) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, tool)));
    }

    private static void run(Object... command) throws IOException, InterruptedException {
        List<String> words = Arrays.stream(command).map(Object::toString).toList();
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
    }
}
