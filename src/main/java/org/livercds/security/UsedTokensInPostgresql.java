package org.livercds.security;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Of all processes that answer for one address: the table {@code used_token}. Each process asks itself first. A database
 * that failed is left alone until {@link #upkeep()} has reached it again, so that no call waits for it.
 */
public final class UsedTokensInPostgresql implements UsedTokens {

    private static final Logger LOG = Logger.getLogger(UsedTokensInPostgresql.class);

    private static final String REMEMBER =
            "INSERT INTO used_token (client, token_id, until) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String FORGET = "DELETE FROM used_token WHERE until < ?";
    private static final int CLEANED_EVERY = 1_000;
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final int ASKERS = 16;
    private static final int MOST_WAITING = 1_000;

    /** SQL state of what was given up. */
    private static final String LATE = "57014";

    private final DataSource database;
    private final Tables tables;
    private final UsedTokens own;
    private final Use whenAway;
    private final Watch watch;
    private final Clock clock;
    private final Duration patience;
    private final ThreadPoolExecutor askers = new ThreadPoolExecutor(
            ASKERS,
            ASKERS,
            30,
            SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            new DefaultThreadFactory("used-tokens", true));
    private final AtomicInteger uses = new AtomicInteger();
    private final AtomicReference<Optional<Instant>> awaySince = new AtomicReference<>(Optional.empty());
    private boolean reached;

    /** Who is told while tokens are remembered by this process alone. */
    public interface Watch {
        /** The database cannot be asked from now on. */
        void begins(Instant at, String sqlState);

        /** Of a token for which it was not asked. */
        void unshared();

        /** The database can be asked again. */
        void ends(Instant since, Instant at);
    }

    /**
     * @param own what this process remembers
     * @param whenAway what is said of a token that this process did not see, while the database is away
     */
    public UsedTokensInPostgresql(
            DataSource database, Tables tables, UsedTokens own, Use whenAway, Watch watch, Clock clock) {
        this(database, tables, own, whenAway, watch, clock, PATIENCE);
    }

    /** @param patience how long a call waits at most; who does not answer by then is away */
    UsedTokensInPostgresql(
            DataSource database,
            Tables tables,
            UsedTokens own,
            Use whenAway,
            Watch watch,
            Clock clock,
            Duration patience) {
        this.database = database;
        this.tables = tables;
        this.own = own;
        this.whenAway = whenAway;
        this.watch = watch;
        this.clock = clock;
        this.patience = patience;
        askers.allowCoreThreadTimeOut(true);
    }

    @Override
    public Use use(String client, String tokenId, Instant until) {
        Use here = own.use(client, tokenId, until);
        if (here != Use.FIRST) {
            return here;
        }
        if (awaySince.get().isEmpty()) {
            try {
                return promptly(client, tokenId, until);
            } catch (SQLException failed) {
                isAway(failed);
            }
        }
        watch.unshared();
        return whenAway;
    }

    @Override
    public void upkeep() {
        try {
            if (!reached || awaySince.get().isPresent()) {
                tables.make();
                tryIt();
                reached = true;
                isBack();
            }
            if (uses.get() >= CLEANED_EVERY) {
                forget();
                uses.set(0);
            }
        } catch (SQLException failed) {
            isAway(failed);
        }
    }

    private void isAway(SQLException failed) {
        Instant now = clock.instant();
        if (awaySince.compareAndSet(Optional.empty(), Optional.of(now))) {
            String state = Optional.ofNullable(failed.getSQLState()).orElse("none");
            LOG.errorf(
                    "Whether tokens were used elsewhere is not known for now (SQL state %s): tokens are %s",
                    state, whenAway == Use.FIRST ? "taken" : "refused");
            watch.begins(now, state);
        }
    }

    private void isBack() {
        awaySince.getAndSet(Optional.empty()).ifPresent(since -> {
            LOG.info("Whether tokens were used elsewhere is known again");
            watch.ends(since, clock.instant());
        });
    }

    /** Who is late has answered nothing; a token that is remembered later is so all the same. */
    private Use promptly(String client, String tokenId, Instant until) throws SQLException {
        try {
            return askers.submit(() -> everywhere(client, tokenId, until)).get(patience.toMillis(), MILLISECONDS);
        } catch (TimeoutException | RejectedExecutionException late) {
            throw new SQLTimeoutException("no answer within " + patience.toMillis() + " ms", LATE, late);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof SQLException why ? why : new SQLException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", stopped);
        }
    }

    private Use everywhere(String client, String tokenId, Instant until) throws SQLException {
        try (Connection connection = database.getConnection()) {
            boolean first = remember(connection, client, tokenId, until);
            uses.incrementAndGet();
            return first ? Use.FIRST : Use.AGAIN;
        }
    }

    /** Whether a token could be written; it is not. */
    private void tryIt() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                remember(connection, "", "", clock.instant());
            } finally {
                connection.rollback();
            }
        }
    }

    private static boolean remember(Connection connection, String client, String tokenId, Instant until)
            throws SQLException {
        try (PreparedStatement remember = connection.prepareStatement(REMEMBER)) {
            remember.setString(1, client);
            remember.setString(2, tokenId);
            remember.setObject(3, at(until));
            return remember.executeUpdate() == 1;
        }
    }

    private void forget() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setObject(1, at(clock.instant()));
            forget.executeUpdate();
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
