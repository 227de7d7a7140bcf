package org.livercds.cli.screen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.LockingMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;

/**
 * What a run has done so far, in a database in a file: resources by patient, judged patients, bad lines, and how far it
 * is. All of a commit is kept, or nothing of it, so that a run that was killed goes on where it was.
 */
final class Work implements AutoCloseable {

    static final String FILE = "work.sqlite";

    private static final int PAGE = 32_768;
    private static final int CACHED_PAGES = 1_000;
    private static final int BUCKET = 32;

    private static final String[] TABLES = {
        "CREATE TABLE IF NOT EXISTS known (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE IF NOT EXISTS block (place INTEGER PRIMARY KEY, resources BLOB NOT NULL)",
        "CREATE TABLE IF NOT EXISTS bad (file INTEGER NOT NULL, line INTEGER NOT NULL, mistake TEXT NOT NULL)",
        "CREATE TABLE IF NOT EXISTS screened (id TEXT, line TEXT, PRIMARY KEY (id, line)) WITHOUT ROWID"
    };

    private final Connection connection;
    private final Map<String, String> known = new HashMap<>();

    private Work(Connection connection) throws SQLException {
        this.connection = connection;
        try {
            begin();
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /** @param folder that nobody else works in */
    static Work in(Path folder) throws IOException, SQLException, ScreenException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            OwnFiles.create(file);
        }
        try {
            return new Work(settings().createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
        } catch (SQLException failed) {
            if (failed.getErrorCode() == SQLiteErrorCode.SQLITE_BUSY.code) {
                throw new ScreenException("Another run is at work in " + folder + ".");
            }
            throw failed;
        }
    }

    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    static void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
        Files.deleteIfExists(folder.resolve(FILE + "-journal"));
    }

    private static SQLiteConfig settings() {
        SQLiteConfig settings = new SQLiteConfig();
        settings.setPageSize(PAGE);
        settings.setCacheSize(CACHED_PAGES);
        settings.setLockingMode(LockingMode.EXCLUSIVE);
        settings.setJournalMode(JournalMode.TRUNCATE);
        settings.setSynchronous(SynchronousMode.NORMAL);
        settings.setBusyTimeout(0);
        return settings;
    }

    private void begin() throws SQLException {
        connection.setAutoCommit(false);
        try (Statement sql = connection.createStatement()) {
            for (String table : TABLES) {
                sql.executeUpdate(table);
            }
            // takes the lock for good
            sql.executeUpdate("INSERT OR REPLACE INTO known (name, value) VALUES ('begun', '')");
            try (ResultSet rows = sql.executeQuery("SELECT name, value FROM known")) {
                while (rows.next()) {
                    known.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        connection.commit();
    }

    /** Forgets everything. */
    void clear() throws SQLException {
        known.clear();
        try (Statement sql = connection.createStatement()) {
            for (String table : List.of("known", "block", "bad", "screened")) {
                sql.executeUpdate("DELETE FROM " + table);
            }
        }
        connection.commit();
    }

    /** What was kept under a name; empty text where nothing was. */
    String known(String name) {
        return known.getOrDefault(name, "");
    }

    long count(String name) {
        String value = known(name);
        return value.isEmpty() ? 0 : Long.parseLong(value);
    }

    void keep(String name, Object value) throws SQLException {
        known.put(name, value.toString());
        try (PreparedStatement sql =
                connection.prepareStatement("INSERT OR REPLACE INTO known (name, value) VALUES (?, ?)")) {
            sql.setString(1, name);
            sql.setString(2, value.toString());
            sql.executeUpdate();
        }
    }

    /** @param part number of the block among those of the bucket; a later one is larger */
    void keepBlock(int bucket, long part, byte[] resources) throws SQLException {
        try (PreparedStatement sql =
                connection.prepareStatement("INSERT INTO block (place, resources) VALUES (?, ?)")) {
            sql.setLong(1, ((long) bucket << BUCKET) + part);
            sql.setBytes(2, resources);
            sql.executeUpdate();
        }
    }

    /** What a block or a row is given to. */
    interface Reader<T> {
        void take(T one) throws IOException, SQLException;
    }

    long sizeOf(int bucket) throws SQLException {
        try (PreparedStatement sql = blocks("coalesce(sum(length(resources)), 0)", bucket);
                ResultSet rows = sql.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The blocks of a bucket in the order in which they were kept. */
    void blocks(int bucket, Reader<byte[]> reader) throws IOException, SQLException {
        try (PreparedStatement sql = blocks("resources", bucket);
                ResultSet rows = sql.executeQuery()) {
            while (rows.next()) {
                reader.take(rows.getBytes(1));
            }
        }
    }

    private PreparedStatement blocks(String columns, int bucket) throws SQLException {
        PreparedStatement sql = connection.prepareStatement(
                "SELECT " + columns + " FROM block WHERE place >= ? AND place < ? ORDER BY place");
        sql.setLong(1, (long) bucket << BUCKET);
        sql.setLong(2, (long) (bucket + 1) << BUCKET);
        return sql;
    }

    void keepBad(BadLine line) throws SQLException {
        try (PreparedStatement sql =
                connection.prepareStatement("INSERT INTO bad (file, line, mistake) VALUES (?, ?, ?)")) {
            sql.setInt(1, line.file());
            sql.setLong(2, line.line());
            sql.setString(3, line.mistake().code());
            sql.executeUpdate();
        }
    }

    void bad(Reader<ResultSet> reader) throws IOException, SQLException {
        each("SELECT file, line, mistake FROM bad ORDER BY file, line", reader);
    }

    void keepScreened(List<Screened> patients) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("INSERT INTO screened (id, line) VALUES (?, ?)")) {
            for (Screened patient : patients) {
                sql.setString(1, patient.id());
                sql.setString(2, patient.line());
                sql.executeUpdate();
            }
        }
    }

    /** By their ids. */
    void screened(Reader<ResultSet> reader) throws IOException, SQLException {
        each("SELECT line FROM screened ORDER BY id, line", reader);
    }

    private void each(String query, Reader<ResultSet> reader) throws IOException, SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                reader.take(rows);
            }
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
