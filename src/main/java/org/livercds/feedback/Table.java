package org.livercds.feedback;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of feedback, whose rows are numbered by {@code id}; the same SQL for both databases.
 *
 * @param columns all but {@code id}
 */
record Table(String name, List<String> columns) {

    /** A row with its number. */
    record Numbered(long id, List<Object> row) {}

    /** What is there already stays as it is. */
    void insert(Connection connection, List<List<Object>> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String marks = columns.stream().map(column -> "?").collect(joining(", "));
        String sql = "INSERT INTO " + name + " (" + String.join(", ", columns) + ") VALUES (" + marks
                + ") ON CONFLICT DO NOTHING";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (List<Object> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    insert.setObject(i + 1, row.get(i));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    List<Numbered> oldest(Connection connection, int most) throws SQLException {
        String sql = "SELECT id, " + String.join(", ", columns) + " FROM " + name + " ORDER BY id LIMIT " + most;
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet found = select.executeQuery()) {
            List<Numbered> rows = new ArrayList<>();
            while (found.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 0; i < columns.size(); i++) {
                    row.add(found.getObject(i + 2));
                }
                rows.add(new Numbered(found.getLong(1), row));
            }
            return rows;
        }
    }

    int count(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT count(*) FROM " + name);
                ResultSet found = select.executeQuery()) {
            found.next();
            return found.getInt(1);
        }
    }

    int deleteUpTo(Connection connection, long id) throws SQLException {
        return delete(connection, "id", id);
    }

    int deleteReceivedUpTo(Connection connection, long time) throws SQLException {
        return delete(connection, "received_at", time);
    }

    private int delete(Connection connection, String column, long last) throws SQLException {
        String sql = "DELETE FROM " + name + " WHERE " + column + " <= ?";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setLong(1, last);
            return delete.executeUpdate();
        }
    }
}
