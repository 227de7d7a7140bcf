package org.livercds.audit;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trail in a real PostgreSQL, which ends and comes back. */
@QuarkusTest
@TestProfile(PostgresqlAuditTest.InDatabase.class)
class PostgresqlAuditTest {

    private static final String REQUEST = "{\"context\":{\"patientId\":\"p\"},\"prefetch\":{\"conditions\":null}}";
    private static final String DENIED = "42501";
    private static final int SIX_YEARS = 2_192;

    /** Calls go on where the database is away. */
    public static final class InDatabase implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "livercds.audit.sink", "postgresql",
                    "livercds.audit.on-failure", "continue",
                    "quarkus.datasource.postgresql.active", "true");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(DatabaseResource.class));
        }
    }

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    DatabaseResource database;

    @Test
    void a_call_is_a_row() throws Exception {
        String id = kept();
        assertEquals(1, rows("event -> 'entity' @> '[{\"what\":{\"identifier\":{\"value\":\"" + id + "\"}}}]'"));
        assertEquals(1, rows("event::text LIKE '%" + id + "%' AND event ->> 'outcome' = '0'"));
        assertEquals(0, rows("recorded < now() - interval '1 hour'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_event SET event = '{}'",
                "DELETE FROM audit_event",
                "TRUNCATE audit_event",
                "SELECT event FROM audit_event",
                "INSERT INTO audit_event (recorded, event) VALUES ('2020-01-01', '{}')",
                "DROP TABLE audit_event",
                "ALTER TABLE audit_event DISABLE TRIGGER ALL"
            })
    void the_service_may_add_and_nothing_else(String statement) throws Exception {
        kept();
        try (Connection service = database.asService().getConnection();
                Statement sql = service.createStatement()) {
            assertEquals(
                    DENIED,
                    assertThrows(SQLException.class, () -> sql.execute(statement))
                            .getSQLState());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_event SET event = '{}'",
                "DELETE FROM audit_event WHERE recorded > now() - interval '1 day'",
                "TRUNCATE audit_event",
                "SELECT audit_event_expire(now(), 10)"
            })
    void nor_does_the_owner_change_what_is_young(String statement) throws Exception {
        kept();
        try (Connection owner = database.owner();
                Statement sql = owner.createStatement()) {
            assertEquals(
                    DENIED,
                    assertThrows(SQLException.class, () -> sql.execute(statement))
                            .getSQLState());
        }
    }

    @Test
    void what_is_older_than_the_retention_goes_in_batches() throws Exception {
        try (Connection owner = database.owner();
                Statement sql = owner.createStatement()) {
            sql.execute("INSERT INTO audit_event (recorded, event) SELECT now() - interval '7 years', '{\"old\":1}'"
                    + " FROM generate_series(1, 2500)");
            sql.execute("INSERT INTO audit_event (recorded, event) VALUES (now() - interval '5 years', '{\"old\":2}')");
        }
        new PostgresqlSink(database.asService(), () -> {}, SIX_YEARS, Clock.systemUTC()).upkeep();
        assertEquals(0, rows("event ->> 'old' = '1'"));
        assertEquals(1, rows("event ->> 'old' = '2'"));
    }

    @Test
    void a_database_that_does_not_answer_is_not_waited_for_and_no_event_is_lost() throws Exception {
        kept();
        double before = failures();
        List<String> calls = new ArrayList<>();
        try (Connection owner = database.owner();
                Statement sql = owner.createStatement()) {
            owner.setAutoCommit(false);
            sql.execute("LOCK TABLE audit_event");
            Duration three = timed(() -> {
                for (int i = 0; i < 3; i++) {
                    calls.add(call());
                }
            });
            assertTrue(three.compareTo(Duration.ofMillis(1_500)) < 0, () -> "three calls took " + three);
            owner.rollback();
        }
        for (String call : calls) {
            await(() -> reached(call));
        }
        assertEquals(before, failures());
    }

    private static Duration timed(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Test
    void a_database_that_is_away_costs_a_call_nothing_and_comes_back() throws Exception {
        kept();
        database.away();
        double before = failures();
        call();
        Duration twenty = timed(() -> {
            for (int i = 0; i < 20; i++) {
                call();
            }
        });
        assertTrue(twenty.compareTo(Duration.ofSeconds(2)) < 0, () -> "20 calls took " + twenty);
        await(() -> failures() == before + 21);
        database.back();
        await(() -> reached(call()));
        double after = failures();
        kept();
        assertEquals(after, failures());
    }

    /** A call whose event is there; it may come behind the answer. */
    private String kept() throws InterruptedException {
        String id = call();
        await(() -> reached(id));
        return id;
    }

    private boolean reached(String id) {
        try {
            return rows("event::text LIKE '%" + id + "%'") == 1;
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 100 && !condition.getAsBoolean(); i++) {
            Thread.sleep(200);
        }
        assertTrue(condition.getAsBoolean());
    }

    /** @return the id by which its event is found */
    private static String call() {
        String id = UUID.randomUUID().toString();
        given().header("X-Request-Id", id)
                .contentType(ContentType.JSON)
                .body(REQUEST)
                .post("/cds-services/liver-cancer-patient-view")
                .then()
                .statusCode(200);
        return id;
    }

    private int rows(String condition) throws SQLException {
        try (Connection owner = database.owner();
                Statement sql = owner.createStatement();
                ResultSet count = sql.executeQuery("SELECT count(*) FROM audit_event WHERE " + condition)) {
            assertTrue(count.next());
            return count.getInt(1);
        }
    }

    private double failures() {
        return given().port(managementPort)
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("livercds_audit_failures_total{sink=\"postgresql\"}"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }
}
