package org.livercds.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The table {@code audit_event}. A database that failed is left alone until {@link #upkeep()} has reached it again, so
 * that no call waits for it.
 */
public final class PostgresqlSink implements AuditSink {

    private static final String INSERT = "INSERT INTO audit_event (event) SELECT jsonb_array_elements(?::jsonb)";
    private static final String EXPIRE = "SELECT audit_event_expire(?, ?)";
    private static final int BATCH = 1_000;
    private static final String DATA_EXCEPTION = "22";

    private final DataSource database;
    private final Tables tables;
    private final int retention;
    private final Clock clock;
    private volatile Optional<String> broken = Optional.of("the database was not reached yet");
    private LocalDate cleaned;

    /** Sees to it that the tables are there. */
    public interface Tables {
        /** @throws NotKeptException where the database cannot be reached, or the tables cannot be made */
        void make() throws NotKeptException;
    }

    /** @param retention days for which events are kept */
    public PostgresqlSink(DataSource database, Tables tables, int retention, Clock clock) {
        this.database = database;
        this.tables = tables;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public void append(List<String> events) throws NotKeptException {
        Optional<String> why = broken;
        if (why.isPresent()) {
            throw new NotKeptException(why.get());
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, "[" + String.join(",", events) + "]");
            insert.execute();
        } catch (SQLException failed) {
            throw failed("the database takes no events", failed);
        }
    }

    @Override
    public void upkeep() throws NotKeptException {
        try {
            if (broken.isPresent()) {
                tables.make();
                reach();
                broken = Optional.empty();
            }
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            if (!today.equals(cleaned)) {
                expire(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(retention));
                cleaned = today;
            }
        } catch (SQLException failed) {
            throw failed("the database cannot be reached, or lets old events not be deleted", failed);
        }
    }

    /** The pool is closed by who made it. */
    @Override
    public void close() {
        broken = Optional.of("the service ends");
    }

    private void reach() throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!connection.isValid(1)) {
                throw new SQLException("a connection of before", "08006");
            }
        }
    }

    /** A few at a time, so that nobody waits for a lock. */
    private void expire(OffsetDateTime before) throws SQLException {
        int gone = BATCH;
        while (gone == BATCH) {
            try (Connection connection = database.getConnection();
                    PreparedStatement delete = connection.prepareStatement(EXPIRE)) {
                delete.setObject(1, before);
                delete.setInt(2, BATCH);
                try (ResultSet count = delete.executeQuery()) {
                    gone = count.next() ? count.getInt(1) : 0;
                }
            }
        }
    }

    /** The message of the database may quote the row; an event that it cannot read says nothing about the next. */
    private NotKeptException failed(String what, SQLException failed) {
        String state = Optional.ofNullable(failed.getSQLState()).orElse("none");
        String why = what + " (" + failed.getClass().getSimpleName() + ", SQL state " + state + ")";
        if (!state.startsWith(DATA_EXCEPTION)) {
            broken = Optional.of(why);
        }
        return new NotKeptException(why);
    }
}
