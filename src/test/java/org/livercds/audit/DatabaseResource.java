package org.livercds.audit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.livercds.outbound.OwnPort;

/** A PostgreSQL as the README has it set up: the owner makes the tables, the service may only add to them. */
public final class DatabaseResource implements QuarkusTestResourceLifecycleManager {

    static final String SERVICE = "livercds";
    static final String PASSWORD = "of-the-service";
    private static final String OWNER = "postgres";

    private Path data;
    private EmbeddedPostgres database;

    @Override
    public Map<String, String> start() {
        try {
            data = Files.createTempDirectory("livercds-audit");
            database = server(OwnPort.next());
            Flyway.configure()
                    .dataSource(database.getPostgresDatabase())
                    .locations("db/postgresql")
                    .load()
                    .migrate();
            allowService();
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return Map.of(
                "quarkus.datasource.postgresql.jdbc.url",
                "jdbc:postgresql://localhost:" + database.getPort() + "/postgres",
                "quarkus.datasource.postgresql.username",
                SERVICE,
                "quarkus.datasource.postgresql.password",
                PASSWORD,
                "quarkus.flyway.postgresql.username",
                OWNER,
                "quarkus.flyway.postgresql.password",
                OWNER);
    }

    private void allowService() throws SQLException {
        try (Connection owner = owner();
                Statement sql = owner.createStatement()) {
            sql.execute("CREATE ROLE livercds LOGIN PASSWORD '" + PASSWORD + "'");
            sql.execute("GRANT INSERT (event) ON audit_event TO livercds");
            sql.execute("GRANT EXECUTE ON FUNCTION audit_event_expire(timestamptz, integer) TO livercds");
        }
    }

    private EmbeddedPostgres server(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    Connection owner() throws SQLException {
        return database.getPostgresDatabase().getConnection();
    }

    DataSource asService() {
        return database.getDatabase(SERVICE, "postgres", Map.of("password", PASSWORD));
    }

    void away() throws IOException {
        database.close();
    }

    void back() throws IOException {
        database = server(database.getPort());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(DatabaseResource.class));
    }

    @Override
    public void stop() {
        try {
            database.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
