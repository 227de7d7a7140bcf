package org.livercds.feedback;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** The comments in the table {@code feedback}, in the order in which they came; the same SQL for both databases. */
public final class CommentTable {

    private static final String ALL = "SELECT card, service, topic, outcome, reason_code, outcome_at, comment"
            + " FROM feedback WHERE comment IS NOT NULL ORDER BY id";
    private static final int ROWS_AT_ONCE = 200;

    private final DataSource database;

    public CommentTable(DataSource database) {
        this.database = database;
    }

    /** One after the other, however many there are. */
    public void each(Consumer<Commented> reader) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement select = connection.prepareStatement(ALL)) {
                select.setFetchSize(ROWS_AT_ONCE);
                try (ResultSet found = select.executeQuery()) {
                    while (found.next()) {
                        reader.accept(commented(found));
                    }
                }
            }
            connection.rollback();
        }
    }

    private static Commented commented(ResultSet row) throws SQLException {
        return new Commented(
                row.getString("card"),
                row.getString("service"),
                row.getString("topic"),
                row.getString("outcome"),
                Optional.ofNullable(row.getString("reason_code")),
                Instant.ofEpochMilli(row.getLong("outcome_at")),
                row.getString("comment"));
    }
}
