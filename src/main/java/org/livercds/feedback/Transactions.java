package org.livercds.feedback;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs work on a database as a whole. Safe for many threads. */
public interface Transactions {

    /** What is done in one transaction. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** When it returns, the work is committed. */
    <T> T run(Work<T> work) throws SQLException;

    /** How many rows are written in one go; then others get the processor. Over a network as many as there are. */
    default int rowsAtOnce() {
        return Integer.MAX_VALUE;
    }

    /** Each on a connection of its own. */
    static Transactions of(DataSource database) {
        return new Transactions() {
            @Override
            public <T> T run(Work<T> work) throws SQLException {
                try (Connection connection = database.getConnection()) {
                    connection.setAutoCommit(false);
                    return committed(connection, work);
                }
            }
        };
    }

    private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
        try {
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException failed) {
            connection.rollback();
            throw failed;
        }
    }
}
