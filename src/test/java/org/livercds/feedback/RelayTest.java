package org.livercds.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.livercds.outbound.OwnPort;
import org.postgresql.ds.PGSimpleDataSource;

/** Feedback on its way from the embedded database to a real PostgreSQL, which ends and comes back. */
@SuppressWarnings("try")
class RelayTest {

    private static final long SIXTY_SECONDS = 60_000;

    @TempDir
    Path directory;

    private EmbeddedPostgres server;
    private PGSimpleDataSource common;

    @BeforeEach
    void start() throws IOException {
        server = server(OwnPort.next());
        common = new PGSimpleDataSource();
        common.setUrl("jdbc:postgresql://localhost:" + server.getPort() + "/postgres");
        common.setUser("postgres");
        common.setConnectTimeout(2);
        common.setSocketTimeout(2);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private EmbeddedPostgres server(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("postgresql"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    @Test
    void while_it_is_away_nothing_is_lost_and_then_all_moves_in_order() throws Exception {
        List<String> told = new ArrayList<>();
        try (EmbeddedDatabase embedded = open("a");
                Relay relay = relay(embedded)) {
            SqlStore store = new SqlStore(embedded.writer());
            for (int i = 0; i < 60; i++) {
                if (i == 20) {
                    server.close();
                }
                if (i == 40) {
                    server = server(server.getPort());
                }
                told.addAll(keep(store));
                Thread.sleep(20);
            }
            long waited = drained(store);
            System.out.printf("%d items, drained after %d ms%n", told.size(), waited);
        }
        assertEquals(told, cards());
    }

    @Test
    void what_was_moved_and_not_yet_deleted_here_is_there_once() throws Exception {
        try (EmbeddedDatabase embedded = open("a")) {
            SqlStore store = new SqlStore(embedded.writer());
            List<String> told = keep(store);
            makeTables();
            Transactions.of(common).run(connection -> {
                Entry.TABLE.insert(connection, rows(embedded));
                return told;
            });
            try (Relay relay = relay(embedded)) {
                drained(store);
            }
            assertEquals(told, cards());
        }
    }

    @Test
    void two_processes_share_it() throws Exception {
        Batch both = Told.batch(5);
        Set<String> told = new TreeSet<>();
        try (EmbeddedDatabase a = open("a");
                EmbeddedDatabase b = open("b");
                Relay relayOfA = relay(a);
                Relay relayOfB = relay(b)) {
            SqlStore storeOfA = new SqlStore(a.writer());
            SqlStore storeOfB = new SqlStore(b.writer());
            for (int i = 0; i < 10; i++) {
                told.addAll(keep(storeOfA));
                told.addAll(keep(storeOfB));
            }
            storeOfA.keep(both);
            storeOfB.keep(both);
            drained(storeOfA);
            drained(storeOfB);
        }
        both.entries().forEach(entry -> told.add(entry.card().toString()));
        assertEquals(told.size(), cards().size());
        assertEquals(told, new TreeSet<>(cards()));
    }

    @Test
    void strays_move_too_and_the_commands_work_on_the_common_database() throws Exception {
        UUID card = UUID.randomUUID();
        try (EmbeddedDatabase embedded = open("a");
                Relay relay = relay(embedded)) {
            SqlStore store = new SqlStore(embedded.writer());
            store.keep(new Batch(
                    List.of(Told.overridden(card, 1)),
                    List.of(new Stray("x", "s", "accepted", 1, true, Told.origin())),
                    0));
            drained(store);
        }
        SqlStore shared = new SqlStore(Transactions.of(common));
        assertEquals(2, shared.count());
        execute("INSERT INTO issued_card VALUES ('" + card + "', '', 'p', 'u', 's', 'x', '2', '{}', 1)");
        assertEquals(2, shared.deleteCards(shared.cardsOf(List.of("p"))));
        assertEquals(1, shared.deleteOlder(Told.NOW.plusMillis(1)));
        assertEquals(0, shared.count());
    }

    @Test
    void what_has_no_time_is_there_once_and_another_answer_is_not_lost() throws Exception {
        String card = "{'card':'" + Told.card(1, 1, 0) + "','outcome':'overridden'";
        String stray = ",{'card':'x','outcome':'accepted'}";
        String other = ",'overrideReason':{'reason':{'code':'r'}}},";
        for (String process : List.of("a", "b")) {
            try (EmbeddedDatabase embedded = open(process);
                    Relay relay = relay(embedded)) {
                SqlStore store = new SqlStore(embedded.writer());
                store.keep(Told.sorted(card + other + card + "}" + stray, Told.NOW.plusMillis(process.charAt(0))));
                drained(store);
            }
        }
        assertEquals(2, cards().size());
        assertEquals(3, new SqlStore(Transactions.of(common)).count());
    }

    @Test
    void comments_move_as_they_are() throws Exception {
        SealedComments comments = new SealedComments(new byte[32], Optional.empty());
        Entry plain = Told.overridden(Told.card(1, 1, 0), 1);
        Entry entry = Told.commented(plain, comments.seal(plain.card(), "Ann Bell declined, ü 🙂"));
        List<String> read = new ArrayList<>();
        try (EmbeddedDatabase embedded = open("a")) {
            SqlStore store = new SqlStore(embedded.writer());
            store.keep(new Batch(List.of(entry, Told.overridden(Told.card(1, 1, 0), 1)), List.of(), 0));
            new CommentTable(embedded.source()).each(row -> read.add(row.sealed()));
            try (Relay relay = relay(embedded)) {
                drained(store);
            }
        }
        assertEquals(1, read.size());
        new CommentTable(common).each(row -> {
            assertEquals(read.get(0), row.sealed());
            read.add(comments.open(row.card(), row.sealed()).orElseThrow());
        });
        assertEquals(List.of(read.get(0), "Ann Bell declined, ü 🙂"), read);
    }

    @Test
    void both_databases_have_the_same_tables() throws Exception {
        makeTables();
        try (EmbeddedDatabase embedded = open("a")) {
            for (String table : List.of("feedback", "stray_feedback", "issued_card")) {
                assertEquals(columns(common, table), columns(embedded.source(), table));
                assertTrue(columns(common, table).size() > 7);
            }
        }
    }

    private static List<String> columns(DataSource database, String table) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet found = connection.getMetaData().getColumns(null, null, table, null)) {
            List<String> columns = new ArrayList<>();
            while (found.next()) {
                boolean optional = "YES".equals(found.getString("IS_NULLABLE"));
                boolean key = found.getString("COLUMN_NAME").equals("id")
                        || table.equals("issued_card")
                                && found.getString("COLUMN_NAME").equals("card");
                columns.add(found.getString("COLUMN_NAME") + (optional && !key ? " or null" : ""));
            }
            return columns;
        }
    }

    private EmbeddedDatabase open(String name) throws Exception {
        return EmbeddedDatabase.open(directory.resolve(name));
    }

    private Relay relay(EmbeddedDatabase embedded) {
        return new Relay(embedded, common, this::makeTables).begin();
    }

    private void makeTables() throws SQLException {
        try {
            Flyway.configure()
                    .dataSource(common)
                    .locations("db/postgresql")
                    .load()
                    .migrate();
        } catch (FlywayException failed) {
            throw new SQLException(failed);
        }
    }

    private static List<String> keep(SqlStore store) throws NotKeptException {
        List<Entry> entries = IntStream.range(0, 5)
                .mapToObj(i -> Told.overridden(UUID.randomUUID(), i))
                .toList();
        store.keep(new Batch(entries, List.of(), 0));
        return entries.stream().map(entry -> entry.card().toString()).toList();
    }

    private static List<List<Object>> rows(EmbeddedDatabase embedded) throws SQLException {
        return embedded.writer().run(connection -> Entry.TABLE.oldest(connection, 100)).stream()
                .map(Table.Numbered::row)
                .toList();
    }

    private static long drained(SqlStore store) throws Exception {
        long begin = System.currentTimeMillis();
        while (store.count() > 0) {
            assertTrue(System.currentTimeMillis() - begin < SIXTY_SECONDS, store.count() + " items wait");
            Thread.sleep(50);
        }
        return System.currentTimeMillis() - begin;
    }

    private List<String> cards() throws SQLException {
        try (Connection connection = common.getConnection();
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery("SELECT card FROM feedback ORDER BY id")) {
            List<String> cards = new ArrayList<>();
            while (found.next()) {
                cards.add(found.getString(1));
            }
            return cards;
        }
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = common.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
