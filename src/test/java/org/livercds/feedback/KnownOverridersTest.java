package org.livercds.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whom nobody has to look up, and that it is never one who has overridden something. */
@Timeout(60)
class KnownOverridersTest {

    private static final Duration QUIET = Duration.ofDays(30);
    private static final Instant SINCE = Told.NOW.minus(QUIET);
    private static final long NOW = Told.NOW.toEpochMilli();
    private static final Reader ONE = new Reader("p", "u");
    private static final Reader ANOTHER = new Reader("p", "another");

    @TempDir
    Path directory;

    private EmbeddedDatabase database;
    private KnownOverriders overriders;
    private SqlStore store;
    private IssuedCardTable table;

    @BeforeEach
    void open() throws Exception {
        database = EmbeddedDatabase.open(directory.resolve("feedback"));
        overriders = new KnownOverriders(database, QUIET, Duration.ZERO, 3);
        store = new SqlStore(database.writer(), overriders);
        table = new IssuedCardTable(database.pool(), database.writer(), overriders);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void until_all_is_read_anybody_may_and_then_nobody_who_did_not() throws Exception {
        assertTrue(mayHave(ONE));
        awaitReading();
        assertFalse(mayHave(ONE));
    }

    @Test
    void whose_override_is_kept_is_known_when_that_is_said() throws Exception {
        awaitReading();
        UUID card = issued(ONE);
        store.keep(overridden(card, NOW));
        assertTrue(mayHave(ONE));
        assertTrue(overriders.mayHave(List.of(new Reader("next key", "next key"), ONE), SINCE));
        assertFalse(mayHave(ANOTHER));
        assertEquals(1, table.overridden("", List.of(ONE), SINCE).size());
    }

    @Test
    void what_came_before_the_reading_counts_and_what_came_before_the_start() throws Exception {
        store.keep(overridden(issued(ONE), NOW));
        awaitReading();
        assertTrue(mayHave(ONE));
        close();
        open();
        awaitReading();
        assertTrue(mayHave(ONE));
        assertFalse(mayHave(ANOTHER));
    }

    @Test
    void of_more_than_are_read_the_newest_are_known_and_for_older_times_anybody_may() throws Exception {
        for (int day = 4; day > 0; day--) {
            Instant received = Told.NOW.minus(Duration.ofDays(day));
            store.keep(Told.sorted("{'card':'" + issued(ONE) + "','outcome':'overridden'}", received));
        }
        close();
        open();
        Instant known = Told.NOW.minus(Duration.ofDays(3)).plusMillis(1);
        while (overriders.mayHave(List.of(ANOTHER), known)) {
            Thread.sleep(5);
        }
        assertTrue(overriders.mayHave(List.of(ONE), known));
        assertTrue(overriders.mayHave(List.of(ANOTHER), known.minusMillis(1)));
    }

    @Test
    void a_card_that_is_written_after_it_was_overridden_names_its_reader() throws Exception {
        awaitReading();
        UUID card = Told.card(1, 1, 0);
        store.keep(overridden(card, NOW));
        assertFalse(mayHave(ONE));
        table.append(List.of(answered(card, ONE)));
        assertTrue(mayHave(ONE));
        assertFalse(mayHave(ANOTHER));
    }

    @Test
    void an_accepted_card_and_one_of_before_the_quiet_period_hold_nothing_back() throws Exception {
        awaitReading();
        UUID card = issued(ONE);
        store.keep(overridden(card, SINCE.toEpochMilli() - 1));
        store.keep(new Batch(
                List.of(Told.sorted("{'card':'" + issued(ONE) + "','outcome':'accepted','acceptedSuggestions':[]}")
                        .entries()
                        .get(0)),
                List.of(),
                0));
        assertFalse(mayHave(ONE));
        store.keep(overridden(card, SINCE.toEpochMilli()));
        assertTrue(mayHave(ONE));
    }

    @Test
    void a_clock_that_is_ahead_does_not_prolong_it() throws Exception {
        store.keep(overridden(issued(ONE), NOW + Duration.ofDays(1_000).toMillis()));
        for (int start = 0; start < 2; start++) {
            awaitReading();
            assertTrue(overriders.mayHave(List.of(ONE), Told.NOW));
            assertFalse(overriders.mayHave(List.of(ONE), Told.NOW.plusMillis(1)));
            close();
            open();
        }
    }

    @Test
    void when_another_process_wrote_anybody_may_have_until_all_is_read_again() throws Exception {
        awaitReading();
        UUID card = issued(ONE);
        assertFalse(mayHave(ONE));
        try (EmbeddedDatabase other = EmbeddedDatabase.open(directory.resolve("feedback"))) {
            new SqlStore(other.writer()).keep(overridden(card, NOW));
        }
        issued(ANOTHER);
        assertTrue(mayHave(ANOTHER));
        awaitReading();
        assertTrue(mayHave(ONE));
    }

    @Test
    void so_may_they_when_the_file_is_another() throws Exception {
        awaitReading();
        Path folder = directory.resolve("feedback");
        Path elsewhere = directory.resolve("elsewhere");
        try (EmbeddedDatabase other = EmbeddedDatabase.open(elsewhere)) {
            UUID card = Told.card(1, 1, 0);
            new IssuedCardTable(other.pool(), other.writer()).append(List.of(answered(card, ONE)));
            new SqlStore(other.writer()).keep(overridden(card, NOW));
        }
        Files.move(folder, directory.resolve("away"));
        Files.move(elsewhere, folder);
        assertThrows(SQLException.class, () -> issued(ANOTHER));
        issued(ANOTHER);
        assertTrue(mayHave(ANOTHER));
        awaitReading();
        assertTrue(mayHave(ONE));
    }

    @Test
    void where_it_cannot_be_read_whose_card_it_was_feedback_is_kept_and_anybody_may_have() throws Exception {
        awaitReading();
        database.writer().run(connection -> {
            try (Statement sql = connection.createStatement()) {
                return sql.execute("ALTER TABLE issued_card RENAME TO elsewhere");
            }
        });
        store.keep(overridden(Told.card(1, 1, 0), NOW));
        assertEquals(1, store.count());
        assertTrue(mayHave(ANOTHER));
        assertFalse(overriders.mayHave(List.of(ANOTHER), Told.NOW.plusMillis(1)));
    }

    @Test
    void where_all_cannot_be_read_anybody_may_have_until_it_can() throws Exception {
        execute("ALTER TABLE feedback RENAME TO elsewhere");
        for (int look = 0; look < 20; look++) {
            assertTrue(mayHave(ONE));
            Thread.sleep(10);
        }
        execute("ALTER TABLE elsewhere RENAME TO feedback");
        awaitReading();
        assertFalse(mayHave(ONE));
    }

    /** Until of somebody who never overrode anything that is certain. */
    private void awaitReading() throws InterruptedException {
        while (mayHave(new Reader("nobody", "nobody"))) {
            Thread.sleep(5);
        }
    }

    private boolean mayHave(Reader reader) {
        return overriders.mayHave(List.of(reader), SINCE);
    }

    private UUID issued(Reader reader) throws SQLException {
        UUID card = Told.card(1, 1, 0);
        table.append(List.of(answered(card, reader)));
        return card;
    }

    private static Answered answered(UUID card, Reader reader) {
        IssuedCard issued = new IssuedCard(
                card.toString(), "", reader.patient(), reader.user(), "s", "ablation", "2", Map.of(), Told.NOW);
        return new Answered("", "s", "2", LocalDate.EPOCH, List.of(issued));
    }

    private static Batch overridden(UUID card, long at) {
        return new Batch(List.of(Told.overridden(card, at)), List.of(), 0);
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
