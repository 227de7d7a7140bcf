package org.livercds.feedback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * One thread that writes, on one connection: what waits is committed together, so that many callers share the cost of
 * reaching the disk. After a failure the next work gets a new connection.
 */
final class GroupCommit implements Transactions, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(GroupCommit.class);

    private static final int MOST_WAITING = 256;
    private static final int LARGEST_GROUP = 64;
    private static final int SECONDS = 10;

    /** About 30 microseconds: a thread that works on a call would otherwise wait for a whole slice of the writer, 3 ms. */
    private static final int ROWS_AT_ONCE = 4;

    private static final long UNSEEN = -1;

    /** An index has its pages everywhere; those that are in memory, and not yet moved from the log, cost least. */
    private static final String PAGES_IN_MEMORY = "PRAGMA cache_size = 2000";

    private static final String PAGES_IN_LOG = "PRAGMA wal_autocheckpoint = 4000";

    private final DataSource database;
    private final Path file;
    private final BlockingQueue<Task<?>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread writer = new Thread(this::write, "feedback-writer");
    private final AtomicLong changes = new AtomicLong();
    private volatile boolean closed;
    private Optional<Connection> open = Optional.empty();
    private Optional<Object> opened = Optional.empty();
    private long seen;

    /** @param file of the database */
    GroupCommit(DataSource database, Path file) {
        this.database = database;
        this.file = file;
        writer.setDaemon(true);
        writer.setPriority(Thread.MIN_PRIORITY);
        writer.start();
    }

    /** Work, and what becomes known of it. */
    private static final class Task<T> extends CompletableFuture<T> {

        private final Work<T> work;
        private Optional<T> result = Optional.empty();

        private Task(Work<T> work) {
            this.work = work;
        }

        private void on(Connection connection) throws SQLException {
            result = Optional.of(work.on(connection));
        }

        private void committed() {
            complete(result.orElseThrow());
        }
    }

    @Override
    public <T> T run(Work<T> work) throws SQLException {
        Task<T> task = new Task<>(work);
        if (closed || !waiting.offer(task)) {
            throw new SQLException(closed ? "the store is closed" : "too much is waiting to be written");
        }
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new SQLException(failed.getCause());
        } catch (TimeoutException late) {
            throw new SQLTimeoutException("it is not written after " + SECONDS + " seconds");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", interrupted);
        }
    }

    @Override
    public int rowsAtOnce() {
        return ROWS_AT_ONCE;
    }

    /** What waits is written before it returns. */
    @Override
    public void close() {
        closed = true;
        try {
            writer.join(TimeUnit.SECONDS.toMillis(SECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        try {
            while (!closed || !waiting.isEmpty()) {
                Task<?> first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<Task<?>> group = new ArrayList<>(List.of(first));
                    waiting.drainTo(group, LARGEST_GROUP);
                    write(group);
                }
            }
        } catch (InterruptedException ended) {
            closed = true;
        }
        disconnect();
    }

    private void write(List<Task<?>> group) {
        try {
            Connection connection = connection();
            execute(connection, "BEGIN IMMEDIATE");
            lookForOthers(connection);
            for (Task<?> task : group) {
                task.on(connection);
            }
            execute(connection, "COMMIT");
            requireItsFile();
        } catch (SQLException | RuntimeException failed) {
            disconnect();
            group.forEach(task -> task.completeExceptionally(failed));
            return;
        }
        group.forEach(Task::committed);
    }

    /** Changes whenever others wrote, as far as this one has noticed, or the file may be another. */
    long changes() {
        return changes.get();
    }

    private void lookForOthers(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet version = sql.executeQuery("PRAGMA data_version")) {
            version.next();
            if (seen != version.getLong(1)) {
                seen = version.getLong(1);
                changes.incrementAndGet();
            }
        }
    }

    /** The driver's own way begins the next transaction with each commit, and so never lets go of the file. */
    private static void execute(Connection connection, String statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private Connection connection() throws SQLException {
        if (open.isEmpty()) {
            open = Optional.of(database.getConnection());
            opened = identity();
            seen = UNSEEN;
            execute(open.get(), PAGES_IN_MEMORY);
            execute(open.get(), PAGES_IN_LOG);
        }
        return open.get();
    }

    /** What is written to a file that was taken away is gone with this process, and nobody would tell. */
    private void requireItsFile() throws SQLException {
        if (!identity().equals(opened)) {
            throw new SQLException("its file was taken away");
        }
    }

    /** Empty on file systems that know none. */
    private Optional<Object> identity() throws SQLException {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (IOException gone) {
            throw new SQLException("its file is not there", gone);
        }
    }

    /** What was not committed is gone with the connection. */
    private void disconnect() {
        Optional<Connection> broken = open;
        open = Optional.empty();
        broken.ifPresent(GroupCommit::close);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException alreadyBroken) {
            LOG.debugf("A broken connection of the feedback store: %s", alreadyBroken.getSQLState());
        }
    }
}
