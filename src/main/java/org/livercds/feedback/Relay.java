package org.livercds.feedback;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Moves feedback from the embedded database to the common one, in order, on a thread of its own. A row is deleted here
 * after it is committed there; one that is moved twice, because the process ended between the two, is there once.
 */
public final class Relay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    private static final int MOST_AT_ONCE = 500;
    private static final long PAUSE = 500;
    private static final long REST = 5_000;

    private final EmbeddedDatabase from;
    private final DataSource to;
    private final Tables tables;
    private final Thread thread = new Thread(this::moveOn, "feedback-relay");
    private volatile boolean closed;
    private boolean ready;
    private boolean away;

    /** Sees to it that the tables are there. */
    public interface Tables {
        /** @throws SQLException where the database cannot be reached, or the tables cannot be made */
        void make() throws SQLException;
    }

    public Relay(EmbeddedDatabase from, DataSource to, Tables tables) {
        this.from = from;
        this.to = to;
        this.tables = tables;
        thread.setDaemon(true);
    }

    public Relay begin() {
        thread.start();
        return this;
    }

    /** What is not moved yet waits for the next start. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void moveOn() {
        while (!closed) {
            boolean moved = moveAll();
            try {
                Thread.sleep(moved ? PAUSE : REST);
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    /** Whether all that was there is moved. */
    private boolean moveAll() {
        try {
            for (Table table : SqlStore.TABLES) {
                while (!closed && moveSome(table)) {
                    isBack();
                }
            }
            return true;
        } catch (SQLException failed) {
            isAway(failed);
            return false;
        }
    }

    private boolean moveSome(Table table) throws SQLException {
        List<Table.Numbered> rows = oldest(table);
        if (rows.isEmpty()) {
            return false;
        }
        if (!ready) {
            tables.make();
            ready = true;
        }
        Transactions.of(to).run(connection -> {
            table.insert(connection, rows.stream().map(Table.Numbered::row).toList());
            return rows;
        });
        long last = rows.get(rows.size() - 1).id();
        from.writer().run(connection -> table.deleteUpTo(connection, last));
        return true;
    }

    private List<Table.Numbered> oldest(Table table) throws SQLException {
        try (Connection connection = from.source().getConnection()) {
            return table.oldest(connection, MOST_AT_ONCE);
        }
    }

    private void isAway(SQLException failed) {
        ready = false;
        if (!away) {
            away = true;
            LOG.errorf(
                    "Feedback waits in the embedded database, the common one is away (SQL state %s)",
                    failed.getSQLState());
        }
    }

    private void isBack() {
        if (away) {
            away = false;
            LOG.info("Feedback moves to the common database again");
        }
    }
}
