package org.livercds.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** A later version has made its tables, and this one is started again: a rollback, or half of a rolling upgrade. */
class NewerTablesTest {

    @TempDir
    Path folder;

    @BeforeEach
    void later() throws Exception {
        Files.writeString(
                Files.createDirectories(folder.resolve("later")).resolve("V99__later.sql"),
                "ALTER TABLE feedback ADD COLUMN later TEXT;");
    }

    @Test
    void the_embedded_store_goes_on() throws Exception {
        Path live = folder.resolve("live");
        EmbeddedDatabase.open(live).close();
        SQLiteDataSource file = new SQLiteDataSource();
        file.setUrl("jdbc:sqlite:" + live.resolve("feedback.sqlite"));
        upgrade(file, "db/feedback");
        try (EmbeddedDatabase older = EmbeddedDatabase.open(live)) {
            SqlStore store = new SqlStore(older.writer());
            store.keep(Told.batch(3));
            assertEquals(3, store.count());
        }
    }

    @Test
    void so_does_postgresql() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgresql"))
                .start()) {
            DataSource common = server.getPostgresDatabase();
            upgrade(common, "db/postgresql");
            Flyway.configure()
                    .dataSource(common)
                    .locations("db/postgresql")
                    .load()
                    .migrate();
            SqlStore store = new SqlStore(Transactions.of(common));
            store.keep(Told.batch(3));
            assertEquals(3, store.count());
        }
    }

    private void upgrade(DataSource database, String tables) {
        Flyway.configure()
                .dataSource(database)
                .locations(tables, "filesystem:" + folder.resolve("later"))
                .load()
                .migrate();
    }
}
