package org.livercds.feedback;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The tables of feedback in one database, of either kind. */
public final class SqlStore implements FeedbackStore {

    static final List<Table> TABLES = List.of(Entry.TABLE, Stray.TABLE);

    /** In milliseconds. */
    static final long DAY = Duration.ofDays(1).toMillis();

    private final Transactions transactions;
    private final Overriders overriders;

    public SqlStore(Transactions transactions) {
        this(transactions, Overriders.UNKNOWN);
    }

    /** @param overriders who learn of what is kept before it is */
    public SqlStore(Transactions transactions, Overriders overriders) {
        this.transactions = transactions;
        this.overriders = overriders;
    }

    @Override
    public void keep(Batch batch) throws NotKeptException {
        try {
            transactions.run(connection -> {
                Entry.TABLE.insert(
                        connection, batch.entries().stream().map(Entry::row).toList());
                Stray.TABLE.insert(
                        connection, batch.strays().stream().map(Stray::row).toList());
                overriders.note(connection, batch.entries());
                return batch;
            });
        } catch (SQLException failed) {
            throw new NotKeptException(failed.getMessage());
        }
    }

    /** How many rows are there. */
    public int count() throws SQLException {
        return transactions.run(connection -> {
            int count = 0;
            for (Table table : TABLES) {
                count += table.count(connection);
            }
            return count;
        });
    }

    /**
     * Deletes what came before, and the issued cards and the counted answers of before.
     *
     * @return how many rows
     */
    public int deleteOlder(Instant before) throws SQLException {
        long last = before.toEpochMilli() - 1;
        long lastDay = Math.floorDiv(last, DAY) - 1;
        return transactions.run(connection -> {
            int deleted = 0;
            for (Table table : TABLES) {
                deleted += table.deleteReceivedUpTo(connection, last);
            }
            return deleted
                    + delete(connection, "issued_card WHERE issued_at <= ?", last)
                    + delete(connection, "answered WHERE day <= ?", lastDay);
        });
    }

    private static int delete(Connection connection, String rows, long last) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + rows)) {
            delete.setLong(1, last);
            return delete.executeUpdate();
        }
    }

    /** The cards that were issued for a patient, whose feedback may be in another database. */
    public Set<String> cardsOf(Collection<String> patientHashes) throws SQLException {
        return transactions.run(connection -> {
            Set<String> cards = new TreeSet<>();
            for (String hash : patientHashes) {
                cards.addAll(cardsOf(connection, hash));
            }
            return cards;
        });
    }

    private static Set<String> cardsOf(Connection connection, String hash) throws SQLException {
        String sql = "SELECT card FROM issued_card WHERE patient = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, hash);
            Set<String> cards = new TreeSet<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    cards.add(found.getString(1));
                }
            }
            return cards;
        }
    }

    /**
     * Forgets that cards were issued, and what was done with them.
     *
     * @return how many rows
     */
    public int deleteCards(Collection<String> cards) throws SQLException {
        return transactions.run(connection -> {
            int deleted = 0;
            for (String table : List.of("feedback", "stray_feedback", "issued_card")) {
                String sql = "DELETE FROM " + table + " WHERE card = ?";
                try (PreparedStatement delete = connection.prepareStatement(sql)) {
                    for (String card : cards) {
                        delete.setString(1, card);
                        deleted += delete.executeUpdate();
                    }
                }
            }
            return deleted;
        });
    }
}
