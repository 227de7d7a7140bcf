package org.livercds.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.livercds.hooks.WireJson;

/** The FHIR servers of both tenants: they answer the service's own queries about the patients, or hang. */
public final class FhirDouble implements AutoCloseable {

    /** Milliseconds that an answer of a FHIR server takes. */
    static final int USUAL_DELAY = 20;

    private static final Map<String, String> KEYS = Map.of(
            "Condition", "conditions",
            "Observation", "observations",
            "Procedure", "procedures",
            "MedicationRequest", "medications",
            "AllergyIntolerance", "allergies",
            "BodyStructure", "bodyStructures");

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Map<String, Buffer> answers = new HashMap<>();
    private final int delay;
    private final HttpServer server;
    private final AtomicLong asked = new AtomicLong();
    private volatile boolean hung;

    /** @param delay milliseconds before each answer; 0 for none */
    public FhirDouble(List<LoadPatient> patients, int delay) throws Exception {
        this.delay = delay;
        patients.forEach(this::prepare);
        server = vertx.createHttpServer()
                .requestHandler(this::handle)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    public String base(Tenant tenant) {
        return "http://127.0.0.1:" + server.actualPort() + "/" + tenant.client();
    }

    /** From now on queries are taken and never answered, or answered again. */
    void hang(boolean now) {
        hung = now;
    }

    public long asked() {
        return asked.get();
    }

    private void prepare(LoadPatient patient) {
        String tenant = "/" + patient.tenant().client() + "/";
        KEYS.forEach((type, key) -> put(tenant + type + " " + patient.id(), patient.prefetch(key)));
        put(tenant + "labs " + patient.id(), patient.prefetch("labs"));
        put(tenant + "Patient/" + patient.id(), patient.prefetch("patient"));
    }

    private void put(String query, JsonNode answer) {
        answers.put(query, Buffer.buffer(WireJson.write(answer)));
    }

    private void handle(HttpServerRequest request) {
        asked.incrementAndGet();
        if (hung) {
            return;
        }
        if (delay == 0) {
            answer(request);
        } else {
            vertx.setTimer(delay, later -> answer(request));
        }
    }

    private void answer(HttpServerRequest request) {
        String tenant = request.path().split("/")[1];
        boolean mayRead = ("Bearer access-" + tenant).equals(request.getHeader("Authorization"));
        Buffer answer = answers.get(query(request));
        if (!mayRead || answer == null) {
            request.response().setStatusCode(mayRead ? 404 : 401).end();
        } else {
            request.response()
                    .putHeader("Content-Type", "application/fhir+json")
                    .end(answer);
        }
    }

    /** Laboratory values are asked for by count. */
    private static String query(HttpServerRequest request) {
        String patient = request.getParam("patient");
        if (patient == null) {
            return request.path();
        }
        String path = request.getParam("_count") == null
                ? request.path()
                : request.path().replace("Observation", "labs");
        return path + " " + patient;
    }

    @Override
    public void close() {
        vertx.close();
    }
}
