package org.livercds.packaged;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.livercds.outbound.OwnPort;

/** A PostgreSQL as the README has it set up for several processes: an owner of the tables, and a role of the service. */
final class SharedDatabase implements AutoCloseable {

    private static final String URL = "quarkus.datasource.postgresql.jdbc.url";

    private final Path data;
    private EmbeddedPostgres server;

    SharedDatabase(Path data) throws IOException, SQLException {
        this.data = data;
        this.server = server(OwnPort.next());
        Flyway.configure()
                .dataSource(server.getPostgresDatabase())
                .locations("db/postgresql")
                .load()
                .migrate();
        try (Connection owner = server.getPostgresDatabase().getConnection();
                Statement sql = owner.createStatement()) {
            sql.execute("CREATE ROLE livercds LOGIN PASSWORD 'secret'");
            sql.execute("GRANT SELECT, INSERT, DELETE ON feedback, stray_feedback, issued_card TO livercds");
            sql.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON answered TO livercds");
            sql.execute("GRANT SELECT, INSERT, DELETE ON used_token TO livercds");
            sql.execute("GRANT INSERT (event) ON audit_event TO livercds");
            sql.execute("GRANT EXECUTE ON FUNCTION audit_event_expire(timestamptz, integer) TO livercds");
        }
    }

    Map<String, String> settings() {
        return Map.of(
                "livercds.auth.used-tokens",
                "postgresql",
                "livercds.feedback.store",
                "postgresql",
                "quarkus.datasource.postgresql.active",
                "true",
                URL,
                "jdbc:postgresql://localhost:" + server.getPort() + "/postgres",
                "quarkus.datasource.postgresql.username",
                "livercds",
                "quarkus.datasource.postgresql.password",
                "secret",
                "quarkus.flyway.postgresql.username",
                "postgres",
                "quarkus.flyway.postgresql.password",
                "postgres");
    }

    /** The cards of feedback in the order of their rows. */
    List<String> cards() throws SQLException {
        return column("SELECT card FROM feedback ORDER BY id");
    }

    /** What was put on record here. */
    List<String> audit() throws SQLException {
        return column("SELECT event FROM audit_event ORDER BY id");
    }

    private List<String> column(String select) throws SQLException {
        try (Connection owner = server.getPostgresDatabase().getConnection();
                Statement sql = owner.createStatement();
                ResultSet found = sql.executeQuery(select)) {
            List<String> values = new ArrayList<>();
            while (found.next()) {
                values.add(found.getString(1));
            }
            return values;
        }
    }

    void goesAway() throws IOException {
        server.close();
    }

    void comesBack() throws IOException {
        server = server(server.getPort());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private EmbeddedPostgres server(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }
}
