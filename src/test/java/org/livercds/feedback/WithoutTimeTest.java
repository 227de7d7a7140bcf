package org.livercds.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** Items of which the client did not say when they were, and which it sends again. RelayTest has the same in PostgreSQL. */
class WithoutTimeTest {

    private static final UUID CARD = Told.card(1, 1, 0);

    @TempDir
    Path directory;

    private EmbeddedDatabase database;
    private SqlStore store;
    private long calls;

    @BeforeEach
    void open() throws Exception {
        database = EmbeddedDatabase.open(directory);
        store = new SqlStore(database.writer());
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** Each call comes a minute after the one before it. */
    private void tell(String... items) throws Exception {
        store.keep(Told.sorted(String.join(",", items), Told.NOW.plusSeconds(60 * calls++)));
    }

    @Test
    void what_is_said_again_is_kept_once() throws Exception {
        tell(item(CARD, "overridden", ",'overrideReason':{'reason':{'code':'r'}}"));
        tell(item(CARD, "overridden", ",'overrideReason':{'reason':{'code':'r'},'userComment':'other words'}"));
        tell(item(CARD, "overridden", ",'overrideReason':{'reason':{'code':'r'}},'outcomeTimestamp':'yesterday'"));
        assertEquals(1, store.count());
        tell(item(UUID.randomUUID(), "overridden", ""));
        assertEquals(2, store.count());
    }

    @Test
    void so_is_what_is_said_twice_in_one_call_or_of_a_card_that_nobody_knows() throws Exception {
        String known = item(CARD, "accepted", "");
        String unknown = item(UUID.randomUUID(), "accepted", "");
        tell(known, unknown, known, unknown);
        tell(unknown, known);
        assertEquals(2, store.count());
    }

    @Test
    void another_answer_is_not_lost() throws Exception {
        String taken = ",'acceptedSuggestions':[{'id':'";
        String[] answers = {
            item(CARD, "overridden", ""),
            item(CARD, "overridden", ",'overrideReason':{'reason':{'code':'r'}}"),
            item(CARD, "overridden", ",'overrideReason':{'reason':{'code':'r','system':'http://s'}}"),
            item(CARD, "overridden", ",'overrideReason':{'reason':{'code':'t'}}"),
            item(CARD, "accepted", ""),
            item(CARD, "accepted", taken + Told.card(1, 1, 1) + "'}]"),
            item(CARD, "accepted", taken + Told.card(1, 1, 2) + "'}]")
        };
        tell(answers);
        assertEquals(answers.length, store.count());
        for (String answer : answers) {
            tell(answer);
        }
        assertEquals(answers.length, store.count());
    }

    @Test
    void with_a_time_it_is_an_item_of_its_own() throws Exception {
        String at = ",'outcomeTimestamp':'2026-11-21T12:00:0";
        tell(item(CARD, "overridden", ""));
        tell(item(CARD, "overridden", at + "1Z'"), item(CARD, "overridden", at + "2Z'"));
        assertEquals(3, store.count());
    }

    @Test
    void the_order_of_one_call_stays_in_the_times() {
        Batch batch = Told.sorted(item(CARD, "overridden", "") + "," + item(CARD, "accepted", ""), Told.NOW);
        long first = Told.NOW.toEpochMilli();
        assertEquals(
                List.of(first, first + 1),
                batch.entries().stream().map(Entry::outcomeAt).toList());
        assertEquals(
                List.of(false, false),
                batch.entries().stream().map(Entry::timed).toList());
    }

    @Test
    void a_store_of_before_keeps_what_it_has() throws Exception {
        SQLiteDataSource older = new SQLiteDataSource();
        older.setUrl("jdbc:sqlite:" + directory.resolve("older.sqlite"));
        Flyway.configure()
                .dataSource(older)
                .locations("db/feedback")
                .target("1")
                .load()
                .migrate();
        insert(older, 1);
        insert(older, 2);
        Flyway.configure().dataSource(older).locations("db/feedback").load().migrate();
        insert(older, 3);
        assertEquals(3, new SqlStore(Transactions.of(older)).count());
    }

    private static void insert(SQLiteDataSource older, long at) throws Exception {
        try (Connection connection = older.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO feedback (card, service, topic, rule_version, outcome, accepted, outcome_at,"
                                + " received_at, tenant, client) VALUES ('c', 's', 't', '2', 'overridden', '[]', ?, 1, '',"
                                + " '')")) {
            insert.setLong(1, at);
            insert.executeUpdate();
        }
    }

    static String item(UUID card, String outcome, String more) {
        return "{'card':'" + card + "','outcome':'" + outcome + "'" + more + "}";
    }
}
