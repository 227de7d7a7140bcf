package org.livercds.web;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusMock;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.livercds.audit.AuditSink;
import org.livercds.audit.BrokenSink;
import org.livercds.audit.NoSink;
import org.livercds.feedback.EmbeddedDatabase;
import org.livercds.feedback.ItemRate;
import org.livercds.web.ApiDescription.Described;

/** A call of a described operation that has to be answered with a given status. */
record Provocation(Described described, String body) {

    private static final Map<String, String> NAMES =
            Map.of("{name}", "four-metastases", "{hook}", "order-sign", "{order}", "ablation");

    static Provocation of(Described described) {
        JsonNode example = described.requestExamples().path(0);
        return new Provocation(described, example.toString());
    }

    Response answered(int status) {
        return switch (status) {
            case 200 -> call(described.method(), path(), body);
            case 400 -> call(described.method(), isSummary() ? path() + "?weeks=0" : path(), "{}");
            case 404 -> call(described.method(), unknown(), body);
            case 405 -> call("PATCH", path(), body);
            case 412 -> call(described.method(), path(), withoutPrefetch());
            case 413 -> call(described.method(), path(), body + " ".repeat(4 * 1024 * 1024));
            case 415 -> given().contentType(ContentType.TEXT).body(body).request(described.method(), path());
            case 429 -> overRate();
            case 503 -> isSummary() ? unreadable() : unrecorded();
            default -> throw new IllegalArgumentException("Nobody knows how to provoke " + status);
        };
    }

    private Response overRate() {
        QuarkusMock.installMockForType(
                (ItemRate) (caller, items) -> Optional.of(Duration.ofSeconds(1)), ItemRate.class);
        try {
            return call(described.method(), path(), body);
        } finally {
            QuarkusMock.installMockForType(ItemRate.UNLIMITED, ItemRate.class);
        }
    }

    private Response unrecorded() {
        QuarkusMock.installMockForType(new BrokenSink(), AuditSink.class);
        try {
            return call(described.method(), path(), body);
        } finally {
            QuarkusMock.installMockForType(new NoSink(), AuditSink.class);
        }
    }

    private boolean isSummary() {
        return described.path().equals(SummaryResource.PATH);
    }

    private Response unreadable() {
        rename("answered", "elsewhere");
        try {
            return call(described.method(), path(), body);
        } finally {
            rename("elsewhere", "answered");
        }
    }

    private static void rename(String table, String name) {
        try {
            Arc.container()
                    .instance(EmbeddedDatabase.class)
                    .get()
                    .writer()
                    .run(connection ->
                            connection.createStatement().execute("ALTER TABLE " + table + " RENAME TO " + name));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Response call(String method, String path, String body) {
        return method.equals("GET")
                ? given().get(path)
                : given().contentType(ContentType.JSON).body(body).request(method, path);
    }

    private String path() {
        String path = described.path();
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            path = path.replace(name.getKey(), name.getValue());
        }
        return path;
    }

    private String unknown() {
        return described.path().contains("{name}")
                ? path().replace(NAMES.get("{name}"), "nobody")
                : path().replaceFirst("(/source-attributes)?$", "-misspelt$1");
    }

    private String withoutPrefetch() {
        ObjectNode request = described.requestExamples().path(0).deepCopy();
        request.remove("prefetch");
        return request.toString();
    }
}
