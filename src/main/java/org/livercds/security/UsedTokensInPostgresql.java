package org.livercds.security;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Of all processes that answer for one address: the table {@code used_token}. Each process asks itself first. A database
 * that failed is left alone for some seconds, so that no call waits for it.
 */
public final class UsedTokensInPostgresql implements UsedTokens {

    private static final Logger LOG = Logger.getLogger(UsedTokensInPostgresql.class);

    private static final String REMEMBER =
            "INSERT INTO used_token (client, token_id, until) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String FORGET = "DELETE FROM used_token WHERE until < ?";
    private static final Duration REST = Duration.ofSeconds(5);
    private static final int CLEANED_EVERY = 1_000;

    private final DataSource database;
    private final Tables tables;
    private final UsedTokens own;
    private final Use whenAway;
    private final Runnable unshared;
    private final Clock clock;
    private final AtomicInteger uses = new AtomicInteger();
    private volatile boolean ready;
    private volatile Instant awayUntil = Instant.MIN;

    /** Sees to it that the table is there. */
    public interface Tables {
        /** @throws SQLException where the database cannot be reached, or the table cannot be made */
        void make() throws SQLException;
    }

    /**
     * @param own what this process remembers
     * @param whenAway what is said of a token that this process did not see, while the database is away
     * @param unshared told of each such token
     */
    public UsedTokensInPostgresql(
            DataSource database, Tables tables, UsedTokens own, Use whenAway, Runnable unshared, Clock clock) {
        this.database = database;
        this.tables = tables;
        this.own = own;
        this.whenAway = whenAway;
        this.unshared = unshared;
        this.clock = clock;
    }

    @Override
    public Use use(String client, String tokenId, Instant until) {
        Use here = own.use(client, tokenId, until);
        if (here != Use.FIRST) {
            return here;
        }
        if (clock.instant().isBefore(awayUntil)) {
            unshared.run();
            return whenAway;
        }
        try {
            return everywhere(client, tokenId, until);
        } catch (SQLException away) {
            awayUntil = clock.instant().plus(REST);
            ready = false;
            LOG.errorf(
                    "Whether tokens were used elsewhere is not known for now (SQL state %s): tokens are %s",
                    away.getSQLState(), whenAway == Use.FIRST ? "taken" : "refused");
            unshared.run();
            return whenAway;
        }
    }

    private Use everywhere(String client, String tokenId, Instant until) throws SQLException {
        if (!ready) {
            tables.make();
            ready = true;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement remember = connection.prepareStatement(REMEMBER)) {
            remember.setString(1, client);
            remember.setString(2, tokenId);
            remember.setObject(3, at(until));
            boolean first = remember.executeUpdate() == 1;
            if (uses.incrementAndGet() % CLEANED_EVERY == 0) {
                forget(connection);
            }
            return first ? Use.FIRST : Use.AGAIN;
        }
    }

    private void forget(Connection connection) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setObject(1, at(clock.instant()));
            forget.executeUpdate();
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
