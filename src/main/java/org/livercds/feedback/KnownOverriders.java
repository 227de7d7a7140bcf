package org.livercds.feedback;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.livercds.hooks.FeedbackItem.Outcome;

/**
 * Who has overridden a card, in memory, for the process that alone writes feedback: what is in the database is read once, in
 * the background, and what comes later is noted before it is committed. When others wrote, or the file may be another, it
 * is read again; until then anybody may have. Who is noted stays so when the feedback is deleted: that is only asked for in
 * vain.
 */
public final class KnownOverriders implements Overriders {

    private static final Logger LOG = Logger.getLogger(KnownOverriders.class);
    private static final long NEVER = -1;
    private static final Duration REST = Duration.ofSeconds(10);

    private static final String READER = "SELECT patient, user_hash FROM issued_card WHERE card = ?";

    private static final int MOST_ROWS = 100_000;

    private static final String NEWEST = "SELECT patient, user_hash, outcome_at, received_at FROM feedback"
            + " JOIN issued_card ON issued_card.card = feedback.card WHERE outcome = '" + Outcome.OVERRIDDEN.code()
            + "' ORDER BY received_at DESC LIMIT ?";

    private final EmbeddedDatabase database;
    private final OverrideTimes times;
    private final Duration rest;
    private final int mostRows;
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile long read = NEVER;
    private volatile long rested = System.nanoTime();

    /** @param quiet how far back anybody asks */
    public KnownOverriders(EmbeddedDatabase database, Duration quiet) {
        this(database, quiet, REST, MOST_ROWS);
    }

    /**
     * @param rest between one reading and the next
     * @param mostRows that are read; of what is older than those nothing is certain
     */
    KnownOverriders(EmbeddedDatabase database, Duration quiet, Duration rest, int mostRows) {
        this.database = database;
        this.times = new OverrideTimes(quiet);
        this.rest = rest;
        this.mostRows = mostRows;
    }

    @Override
    public boolean mayHave(List<Reader> readers, Instant since) {
        if (read != database.changesByOthers()) {
            begin();
            return true;
        }
        return times.mayHave(readers, since.toEpochMilli());
    }

    @Override
    public void note(Connection connection, List<Entry> kept) {
        List<Entry> overridden = kept.stream()
                .filter(entry -> entry.outcome().equals(Outcome.OVERRIDDEN.code()))
                .toList();
        if (overridden.isEmpty()) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement(READER)) {
            for (Entry entry : overridden) {
                note(select, entry);
            }
        } catch (SQLException failed) {
            LOG.debugf("Whose cards were overridden cannot be read (%s)", failed.getClass());
            overridden.forEach(entry -> times.lose(time(entry)));
        }
    }

    private void note(PreparedStatement select, Entry entry) throws SQLException {
        select.setString(1, entry.card().toString());
        try (ResultSet found = select.executeQuery()) {
            if (found.next()) {
                times.add(reader(found), time(entry), entry.origin().receivedAt());
            } else {
                times.await(entry.card().toString(), time(entry), entry.origin().receivedAt());
            }
        }
    }

    @Override
    public void place(List<Answered> issued) {
        for (Answered answer : issued) {
            answer.cards().forEach(card -> times.place(card.card(), new Reader(card.patient(), card.user())));
        }
    }

    private void begin() {
        if (System.nanoTime() - rested >= 0 && reading.compareAndSet(false, true)) {
            Thread thread = new Thread(this::read, "overriders");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void read() {
        try {
            long changes = database.writer().run(connection -> database.changesByOthers());
            readAll();
            read = changes;
        } catch (SQLException failed) {
            LOG.debugf("Who overrode cards cannot be read (%s)", failed.getClass());
        } finally {
            rested = System.nanoTime() + rest.toNanos();
            reading.set(false);
        }
    }

    private void readAll() throws SQLException {
        try (Connection connection = database.source().getConnection();
                PreparedStatement select = connection.prepareStatement(NEWEST)) {
            select.setInt(1, mostRows);
            try (ResultSet found = select.executeQuery()) {
                int rows = 0;
                while (found.next()) {
                    long received = found.getLong("received_at");
                    times.add(reader(found), Math.min(found.getLong("outcome_at"), received), received);
                    if (++rows == mostRows) {
                        times.lose(received);
                    }
                }
            }
        }
    }

    private static Reader reader(ResultSet row) throws SQLException {
        return new Reader(row.getString("patient"), row.getString("user_hash"));
    }

    /** Neither a clock of a client that is ahead nor late feedback counts. */
    private static long time(Entry entry) {
        return Math.min(entry.outcomeAt(), entry.origin().receivedAt());
    }
}
