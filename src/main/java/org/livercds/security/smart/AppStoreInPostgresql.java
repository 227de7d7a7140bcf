package org.livercds.security.smart;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.livercds.hooks.SealedText;
import org.livercds.security.Tables;

/**
 * Of all processes that answer for one address: the table {@code app_entry}, which says nothing to whoever has no key. There
 * is no second place: while the database is away nobody opens a page.
 */
public final class AppStoreInPostgresql implements AppStore {

    private static final Logger LOG = Logger.getLogger(AppStoreInPostgresql.class);

    private static final String KEEP = "INSERT INTO app_entry (kind, id, content, until) SELECT ?, ?, ?, ?"
            + " WHERE (SELECT count(*) FROM app_entry WHERE kind = ?) < ?";
    private static final String FIND = "SELECT content FROM app_entry WHERE kind = ? AND id = ? AND until > ?";
    private static final String TAKE =
            "DELETE FROM app_entry WHERE kind = ? AND id = ? AND until > ? RETURNING content";
    private static final String PROLONG = "UPDATE app_entry SET until = ? WHERE kind = ? AND id = ?";
    private static final String FORGET = "DELETE FROM app_entry WHERE until <= ?";

    private final DataSource database;
    private final Tables tables;
    private final SealedText sealed;
    private final Clock clock;
    private final int most;
    private boolean made;

    /**
     * @param key of at least 32 bytes, the same for all processes
     * @param most of each kind
     */
    public AppStoreInPostgresql(DataSource database, Tables tables, byte[] key, Clock clock, int most) {
        this.database = database;
        this.tables = tables;
        this.sealed = new SealedText(key, "livercds app session");
        this.clock = clock;
        this.most = most;
    }

    @Override
    public void keep(Kind kind, String key, String text, Instant until) {
        int kept = done(KEEP, statement -> {
            statement.setString(1, kind.name());
            statement.setString(2, key);
            statement.setString(3, sealed.seal(place(kind, key), text));
            statement.setObject(4, at(until));
            statement.setString(5, kind.name());
            statement.setInt(6, most);
            return statement.executeUpdate();
        });
        if (kept == 0) {
            throw new LaunchException(LaunchProblem.TOO_MANY);
        }
    }

    @Override
    public Optional<String> find(Kind kind, String key) {
        return read(FIND, kind, key);
    }

    @Override
    public Optional<String> take(Kind kind, String key) {
        return read(TAKE, kind, key);
    }

    @Override
    public void prolong(Kind kind, String key, Instant until) {
        done(PROLONG, statement -> {
            statement.setObject(1, at(until));
            statement.setString(2, kind.name());
            statement.setString(3, key);
            return statement.executeUpdate();
        });
    }

    @Override
    public void upkeep() {
        try {
            if (!made) {
                tables.make();
                made = true;
            }
            done(FORGET, statement -> {
                statement.setObject(1, at(clock.instant()));
                return statement.executeUpdate();
            });
        } catch (SQLException failed) {
            LOG.errorf("The tables of sessions cannot be made (SQL state %s)", failed.getSQLState());
        } catch (LaunchException told) {
            // the log says why; it is tried again
        }
    }

    private Optional<String> read(String sql, Kind kind, String key) {
        Optional<String> content = done(sql, statement -> {
            statement.setString(1, kind.name());
            statement.setString(2, key);
            statement.setObject(3, at(clock.instant()));
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
            }
        });
        return content.flatMap(text -> sealed.open(place(kind, key), text));
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private <T> T done(String sql, Work<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException failed) {
            LOG.errorf("Sessions cannot be kept or read for now (SQL state %s)", failed.getSQLState());
            throw new LaunchException(LaunchProblem.NOT_KEPT);
        }
    }

    private static String place(Kind kind, String key) {
        return kind + " " + key;
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
