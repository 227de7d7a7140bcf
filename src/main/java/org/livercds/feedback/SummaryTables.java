package org.livercds.feedback;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Counts for the summary; the same SQL for both databases. */
public final class SummaryTables {

    private static final String WHERE = " WHERE day >= ? AND day <= ? AND (? = '' OR tenant = ?)";

    private static final String CALLS = "SELECT day, service, rule_version, sum(answers) FROM answered" + WHERE
            + " GROUP BY day, service, rule_version";

    private static final String SHOWN = "SELECT day, service, topic, rule_version, count(*) FROM issued_card" + WHERE
            + " GROUP BY day, service, topic, rule_version";

    private static final String DONE =
            "SELECT day, service, topic, rule_version, outcome, reason_system, reason_code, count(*) FROM feedback done"
                    + WHERE
                    + " AND NOT EXISTS (SELECT 1 FROM feedback later WHERE later.card = done.card AND"
                    + " (later.outcome_at > done.outcome_at"
                    + " OR later.outcome_at = done.outcome_at AND later.id > done.id))"
                    + " GROUP BY day, service, topic, rule_version, outcome, reason_system, reason_code";

    private static final String STRAYS = "SELECT count(*) FROM stray_feedback"
            + " WHERE received_at >= ? AND received_at < ? AND (? = '' OR tenant = ?)";

    private final DataSource database;

    public SummaryTables(DataSource database) {
        this.database = database;
    }

    /**
     * @param to the last day
     * @param tenant whose numbers; empty for those of all
     * @throws SQLException where the database cannot be read
     */
    public Summary of(LocalDate from, LocalDate to, String tenant, SummaryWords words) throws SQLException {
        Period period = new Period(from.toEpochDay(), to.toEpochDay(), tenant);
        try (Connection connection = database.getConnection()) {
            Counts counts = new Counts(
                    period.rows(connection, CALLS, SummaryTables::calls),
                    period.rows(connection, SHOWN, SummaryTables::shown),
                    period.rows(connection, DONE, SummaryTables::done),
                    period.strays(connection));
            return new Summing(from, to, counts, words).summary();
        }
    }

    private interface Row<T> {
        T of(ResultSet found) throws SQLException;
    }

    private record Period(long from, long to, String tenant) {

        private <T> List<T> rows(Connection connection, String sql, Row<T> row) throws SQLException {
            return rows(connection, sql, from, to, row);
        }

        private <T> List<T> rows(Connection connection, String sql, long first, long last, Row<T> row)
                throws SQLException {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setLong(1, first);
                select.setLong(2, last);
                select.setString(3, tenant);
                select.setString(4, tenant);
                List<T> rows = new ArrayList<>();
                try (ResultSet found = select.executeQuery()) {
                    while (found.next()) {
                        rows.add(row.of(found));
                    }
                }
                return rows;
            }
        }

        /** By the day of their receipt: when those cards were shown, and by whom, nobody knows. */
        private long strays(Connection connection) throws SQLException {
            return rows(connection, STRAYS, from * SqlStore.DAY, (to + 1) * SqlStore.DAY, found -> found.getLong(1))
                    .get(0);
        }
    }

    private static Counts.Calls calls(ResultSet row) throws SQLException {
        return new Counts.Calls(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4));
    }

    private static Counts.Shown shown(ResultSet row) throws SQLException {
        return new Counts.Shown(row.getLong(1), topic(row), row.getLong(5));
    }

    private static Counts.Done done(ResultSet row) throws SQLException {
        return new Counts.Done(
                row.getLong(1),
                topic(row),
                row.getString(5),
                Optional.ofNullable(row.getString(6)),
                Optional.ofNullable(row.getString(7)),
                row.getLong(8));
    }

    private static Counts.Topic topic(ResultSet row) throws SQLException {
        return new Counts.Topic(row.getString(2), row.getString(3), row.getString(4));
    }
}
