package org.livercds.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlite.SQLiteDataSource;

/** What was shown and set aside, in both databases. */
class IssuedCardTableTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant SINCE = NOW.minus(Duration.ofDays(30));
    private static final Reader READER = new Reader("p", "u");
    private static final Reader NEXT = new Reader("p under the next key", "u under the next key");
    private static final Map<String, String> FACTS = new LinkedHashMap<>();

    private static final String CARDS = "CREATE TABLE issued_card (card text primary key, tenant text not null,"
            + " patient text not null, user_hash text not null, service text not null, topic text not null,"
            + " rule_version text not null, facts text not null, issued_at bigint not null, day bigint not null)";
    private static final String ANSWERED = "CREATE TABLE answered (day bigint not null, tenant text not null,"
            + " service text not null, rule_version text not null, answers bigint not null,"
            + " primary key (day, tenant, service, rule_version))";
    private static final String FEEDBACK = "CREATE TABLE feedback (card text not null, outcome text not null,"
            + " outcome_at bigint not null, received_at bigint not null, unique (card, outcome, outcome_at))";

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static DataSource sqlite;

    @BeforeAll
    static void start() throws IOException, SQLException {
        FACTS.put("number-of-lesions", "2");
        FACTS.put("largest-lesion", ">=20");
        FACTS.put("spread", "?NOT_RECORDED");
        postgres = EmbeddedPostgres.start();
        SQLiteDataSource file = new SQLiteDataSource();
        file.setUrl("jdbc:sqlite:" + folder.resolve("feedback.db"));
        sqlite = file;
        for (DataSource database : databases().toList()) {
            run(database, CARDS, FEEDBACK, ANSWERED);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    static Stream<DataSource> databases() {
        return Stream.of(sqlite, postgres.getPostgresDatabase());
    }

    @BeforeEach
    void empty() throws SQLException {
        for (DataSource database : databases().toList()) {
            run(database, "DELETE FROM issued_card", "DELETE FROM feedback");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_card_comes_back_as_it_was(DataSource database) throws SQLException {
        IssuedCard card = card("a", "ablation", NOW.minusSeconds(60));
        append(database, card);
        assertEquals(List.of(), overridden(database), "nobody overrode it");
        did(database, "a", "overridden", NOW);
        assertEquals(List.of(card), overridden(database));
        assertEquals(
                List.copyOf(FACTS.keySet()),
                List.copyOf(overridden(database).get(0).facts().keySet()));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void of_each_topic_the_newest_counts(DataSource database) throws SQLException {
        append(
                database,
                card("new", "ablation", NOW.minusSeconds(10)),
                card("old", "ablation", NOW.minusSeconds(90)),
                card("shown only", "ablation", NOW),
                card("order", "ablationOrder", NOW.minusSeconds(50)));
        did(database, "old", "overridden", NOW.minusSeconds(1));
        did(database, "new", "overridden", NOW.minusSeconds(5));
        did(database, "order", "overridden", NOW);
        assertEquals(
                List.of("new", "order"),
                overridden(database).stream().map(IssuedCard::card).sorted().toList());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void after_the_quiet_period_it_is_forgotten(DataSource database) throws SQLException {
        append(database, card("a", "ablation", SINCE), card("b", "resection", SINCE));
        did(database, "a", "overridden", SINCE.minusMillis(1));
        did(database, "b", "overridden", SINCE);
        assertEquals(
                List.of("b"),
                overridden(database).stream().map(IssuedCard::card).toList());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_clock_that_is_ahead_does_not_prolong_it(DataSource database) throws SQLException {
        append(database, card("a", "ablation", SINCE));
        did(database, "a", "overridden", NOW.plus(Duration.ofDays(3_000)), SINCE.minusMillis(1));
        assertEquals(List.of(), overridden(database));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_was_accepted_afterwards_is_not_set_aside(DataSource database) throws SQLException {
        append(database, card("a", "ablation", SINCE), card("b", "resection", SINCE));
        did(database, "a", "overridden", NOW.minusSeconds(9));
        did(database, "a", "accepted", NOW);
        did(database, "b", "accepted", NOW.minusSeconds(9));
        did(database, "b", "overridden", NOW);
        assertEquals(
                List.of("b"),
                overridden(database).stream().map(IssuedCard::card).toList());
        did(database, "a", "overridden", NOW.plusSeconds(1));
        assertEquals(2, overridden(database).size());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void others_and_other_patients_have_their_own(DataSource database) throws SQLException {
        append(database, card("a", "ablation", SINCE));
        did(database, "a", "overridden", NOW);
        assertEquals(List.of(), overridden(database, "another", new Reader("p", "u")));
        assertEquals(List.of(), overridden(database, "t", new Reader("another", "u")));
        assertEquals(List.of(), overridden(database, "t", new Reader("p", "another")));
        assertEquals(List.of(), overridden(database, "t", new Reader("p", "another"), new Reader("another", "u")));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void of_two_keys_the_newest_card_counts_whichever_it_was_written_under(DataSource database) throws SQLException {
        append(
                database,
                card("a", "ablation", NOW.minusSeconds(9)),
                underNextKey("b", "ablation", NOW.minusSeconds(5)),
                card("c", "resection", NOW.minusSeconds(5)),
                underNextKey("d", "resection", NOW.minusSeconds(9)),
                card("e", "transplant", NOW));
        for (String card : List.of("a", "b", "c", "d", "e")) {
            did(database, card, "overridden", NOW);
        }
        assertEquals(List.of("b", "c", "e"), cards(overridden(database, "t", NEXT, READER)));
        assertEquals(List.of("b", "d"), cards(overridden(database, "t", NEXT)));
        assertEquals(List.of("a", "c", "e"), cards(overridden(database)));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_same_card_is_kept_once(DataSource database) throws SQLException {
        IssuedCard card = card("a", "ablation", SINCE);
        append(database, card, card);
        append(database, card);
        did(database, "a", "overridden", NOW);
        assertEquals(List.of(card), overridden(database));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_is_written_in_pieces_is_kept_whole_or_not_at_all(DataSource database) throws SQLException {
        IssuedCardTable pieces = new IssuedCardTable(database, byFour(database));
        for (int count = 0; count < 10; count++) {
            run(database, "DELETE FROM issued_card");
            pieces.append(List.of(answered(numbered(count))));
            assertEquals(count, kept(database));
        }
        run(database, "DELETE FROM issued_card");
        IssuedCard[] damaged = numbered(9);
        damaged[7] = card("7", null, SINCE);
        assertThrows(SQLException.class, () -> pieces.append(List.of(answered(damaged))));
        assertEquals(0, kept(database));
    }

    private static IssuedCard[] numbered(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> card(Integer.toString(number), "ablation", SINCE))
                .toArray(IssuedCard[]::new);
    }

    private static int kept(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet count = sql.executeQuery("SELECT count(*) FROM issued_card")) {
            count.next();
            return count.getInt(1);
        }
    }

    private static Transactions byFour(DataSource database) {
        return new Transactions() {
            @Override
            public <T> T run(Work<T> work) throws SQLException {
                return Transactions.of(database).run(work);
            }

            @Override
            public int rowsAtOnce() {
                return 4;
            }
        };
    }

    @ParameterizedTest
    @MethodSource("databases")
    void damaged_facts_are_a_failure_and_no_silence(DataSource database) throws SQLException {
        append(database, card("a", "ablation", SINCE));
        did(database, "a", "overridden", NOW);
        run(database, "UPDATE issued_card SET facts = '{'");
        assertThrows(SQLException.class, () -> overridden(database));
    }

    private static List<IssuedCard> overridden(DataSource database) throws SQLException {
        return overridden(database, "t", READER);
    }

    private static List<IssuedCard> overridden(DataSource database, String tenant, Reader... readers)
            throws SQLException {
        return table(database).overridden(tenant, List.of(readers), SINCE);
    }

    private static List<String> cards(List<IssuedCard> found) {
        return found.stream().map(IssuedCard::card).sorted().toList();
    }

    private static IssuedCard underNextKey(String id, String topic, Instant issuedAt) {
        return new IssuedCard(
                id, "t", NEXT.patient(), NEXT.user(), "liver-cancer-patient-view", topic, "2.0.0", FACTS, issuedAt);
    }

    private static void append(DataSource database, IssuedCard... cards) throws SQLException {
        table(database).append(List.of(answered(cards)));
    }

    private static Answered answered(IssuedCard... cards) {
        return new Answered("t", "liver-cancer-patient-view", "2.0.0", LocalDate.of(2026, 11, 21), List.of(cards));
    }

    private static IssuedCardTable table(DataSource database) {
        return new IssuedCardTable(database, Transactions.of(database));
    }

    private static IssuedCard card(String id, String topic, Instant issuedAt) {
        return new IssuedCard(id, "t", "p", "u", "liver-cancer-patient-view", topic, "2.0.0", FACTS, issuedAt);
    }

    private static void did(DataSource database, String card, String outcome, Instant at) throws SQLException {
        did(database, card, outcome, at, NOW);
    }

    private static void did(DataSource database, String card, String outcome, Instant at, Instant received)
            throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO feedback (card, outcome, outcome_at, received_at) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, card);
            insert.setString(2, outcome);
            insert.setLong(3, at.toEpochMilli());
            insert.setLong(4, received.toEpochMilli());
            insert.executeUpdate();
        }
    }

    private static void run(DataSource database, String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }
}
