package org.livercds.degradation;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.livercds.degradation.Line.State;
import org.livercds.outbound.FhirDouble;
import org.livercds.security.KeyHost;
import org.livercds.security.Keys;

/** All that the service needs, each behind a line; when the service starts nothing can be reached. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

    static final String PUBLIC_URL = "http://cds.test";
    static final String EHR = "https://ehr.test/fhir";
    static final String OTHER = "https://other.test/fhir";

    /** Which each have a circuit breaker of their own. */
    private static final int FHIR_SERVERS = 6;

    private EmbeddedPostgres postgres;
    private KeyHost keyHost;
    private Line database;
    private Line keys;
    private Line otherKeys;
    private FhirDouble fhir;
    private final List<Line> fhirLines = new ArrayList<>();
    private Path folder;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "surroundings")
                    .toAbsolutePath();
            postgres = EmbeddedPostgres.start();
            execute("CREATE ROLE livercds LOGIN PASSWORD 'of-the-service'");
            execute("GRANT CREATE ON SCHEMA public TO livercds");
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException(failed);
        }
        keyHost = new KeyHost(Keys.published(Keys.RS384));
        int keyPort = Integer.parseInt(keyHost.address().replaceAll(".*:(\\d+)/.*", "$1"));
        database = new Line(postgres.getPort(), State.REFUSES);
        keys = new Line(keyPort, State.REFUSES);
        otherKeys = new Line(keyPort, State.HANGS);
        fhir = new FhirDouble();
        Stream.generate(() -> new Line(fhir.port(), State.REFUSES))
                .limit(FHIR_SERVERS)
                .forEach(fhirLines::add);
        return settings();
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("livercds.auth.mode", "required");
        settings.put("livercds.public-url", PUBLIC_URL);
        settings.put("livercds.auth.used-tokens", "postgresql");
        settings.put("livercds.clients.\"ehr\".issuer", EHR);
        settings.put("livercds.clients.\"ehr\".jwks-url", "http://127.0.0.1:" + keys.port() + "/jwks.json");
        settings.put(
                "livercds.clients.\"ehr\".fhir-servers",
                fhirLines.stream().map(Surroundings::base).collect(Collectors.joining(",")));
        settings.put("livercds.clients.\"other\".issuer", OTHER);
        settings.put("livercds.clients.\"other\".jwks-url", "http://127.0.0.1:" + otherKeys.port() + "/jwks.json");
        settings.put("livercds.deadline", "450ms");
        settings.put("livercds.audit.sink", "postgresql");
        settings.put("livercds.audit.on-failure", "continue");
        settings.put("livercds.feedback.store", "postgresql");
        settings.put("livercds.feedback.directory", feedback().toString());
        settings.put("livercds.feedback.key", Base64.getEncoder().encodeToString(new byte[32]));
        settings.put("livercds.feedback.quiet-period", "30d");
        settings.put("livercds.feedback.history-deadline", "20ms");
        settings.put("quarkus.datasource.postgresql.active", "true");
        settings.put(
                "quarkus.datasource.postgresql.jdbc.url",
                "jdbc:postgresql://127.0.0.1:" + database.port() + "/postgres");
        settings.put("quarkus.datasource.postgresql.username", "livercds");
        settings.put("quarkus.datasource.postgresql.password", "of-the-service");
        return settings;
    }

    static String base(Line line) {
        return "http://127.0.0.1:" + line.port() + "/fhir";
    }

    Line database() {
        return database;
    }

    Line keys() {
        return keys;
    }

    /** The host of the keys of a client whose keys were never read. */
    Line otherKeys() {
        return otherKeys;
    }

    FhirDouble fhir() {
        return fhir;
    }

    Line fhirLine(int number) {
        return fhirLines.get(number);
    }

    Path feedback() {
        return folder.resolve("feedback");
    }

    /** As the owner of everything, past the line. */
    void execute(String statement) throws SQLException {
        try (Connection owner = postgres.getPostgresDatabase().getConnection();
                Statement sql = owner.createStatement()) {
            sql.execute(statement);
        }
    }

    int count(String rows) {
        try (Connection owner = postgres.getPostgresDatabase().getConnection();
                Statement sql = owner.createStatement();
                ResultSet count = sql.executeQuery("SELECT count(*) FROM " + rows)) {
            count.next();
            return count.getInt(1);
        } catch (SQLException notThere) {
            return 0;
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(Surroundings.class));
    }

    @Override
    public void stop() {
        Stream.concat(fhirLines.stream(), Stream.of(database, keys, otherKeys)).forEach(Line::close);
        keyHost.close();
        fhir.close();
        try {
            postgres.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
