package org.livercds.degradation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.livercds.outbound.FhirDouble;
import org.livercds.security.Keys;
import org.livercds.security.Token;

/** An EHR that calls the running service, and looks at the clock. */
record Ehr(URI service, int managementPort, ObjectNode chart) {

    static final String HOOK = "/cds-services/liver-cancer-patient-view";
    static final String FEEDBACK = HOOK + "/feedback";

    /** 450 ms and 50 ms, twice: other work may run on this machine. What would wait for a database waits 2 s. */
    static final Duration IN_TIME = Duration.ofMillis(450 + 50).multipliedBy(2);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What came back, and after how long. */
    record Answer(int status, JsonNode body, long millis) {

        Answer inTime() {
            assertTrue(millis < IN_TIME.toMillis(), () -> "answered " + status + " after " + millis + " ms");
            return this;
        }

        Answer is(int expected) {
            assertEquals(expected, status, () -> body.toString());
            return this;
        }

        JsonNode evaluation() {
            return body.path("extension").path("org.livercds.evaluation");
        }

        boolean isWhole() {
            return status == 200 && evaluation().path("status").asText().equals("evaluated");
        }

        /** Why a key could not be read. */
        String problem(String key) {
            return StreamSupport.stream(evaluation().path("data").spliterator(), false)
                    .filter(data -> data.path("key").asText().equals(key))
                    .map(data -> data.path("problem").asText())
                    .findFirst()
                    .orElse("");
        }
    }

    /** All that the hook reads is in prefetch. */
    Answer prefetched() {
        return call(HOOK, chart, token(HOOK));
    }

    Answer prefetched(Token token) {
        return call(HOOK, chart, token);
    }

    /** Nothing is in prefetch. */
    Answer fetched(String fhirServer) {
        ObjectNode request = chart.deepCopy().put("fhirServer", fhirServer);
        request.remove("prefetch");
        return call(HOOK, request, token(HOOK));
    }

    /** All but the tumour findings is in prefetch. */
    Answer withoutFindings(String fhirServer) {
        ObjectNode request = chart.deepCopy().put("fhirServer", fhirServer);
        ((ObjectNode) request.path("prefetch")).remove("observations");
        return call(HOOK, request, token(HOOK));
    }

    Answer tells(int items) {
        ObjectNode feedback = JSON.createObjectNode();
        for (int item = 0; item < items; item++) {
            feedback.withArray("feedback")
                    .addObject()
                    .put("card", UUID.randomUUID().toString())
                    .put("outcome", "accepted")
                    .put("outcomeTimestamp", Instant.now().toString());
        }
        return call(FEEDBACK, feedback, token(FEEDBACK));
    }

    Token token(String path) {
        return token(Surroundings.EHR, path);
    }

    Token token(String issuer, String path) {
        return Token.of(issuer, Surroundings.PUBLIC_URL + path, Instant.now()).signedBy(Keys.RS384, "RS384");
    }

    private Answer call(String path, ObjectNode body, Token token) {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token.compact())
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        long begin = System.nanoTime();
        HttpResponse<String> answer = send(request);
        long millis = (System.nanoTime() - begin) / 1_000_000;
        return new Answer(answer.statusCode(), tree(answer.body()), millis);
    }

    /** The sum of a metric over its labels that are not named. */
    double metric(String begin) {
        URI metrics = URI.create("http://" + service.getHost() + ":" + managementPort + "/q/metrics");
        return send(HttpRequest.newBuilder(metrics).build())
                .body()
                .lines()
                .filter(line -> line.startsWith(begin))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /** The chart, as a server has it. */
    void isAt(FhirDouble server) {
        server.serve("Patient", chart.path("prefetch").path("patient").toString());
        for (String type : List.of("Condition", "Observation", "Procedure", "BodyStructure")) {
            ObjectNode bundle =
                    JSON.createObjectNode().put("resourceType", "Bundle").put("type", "searchset");
            for (JsonNode value : chart.path("prefetch")) {
                value.path("entry").forEach(entry -> {
                    if (entry.path("resource").path("resourceType").asText().equals(type)) {
                        bundle.withArray("entry").add(entry);
                    }
                });
            }
            server.serve(type, bundle.toString());
        }
    }

    /** How long it takes until that is so. */
    static Duration await(Duration most, BooleanSupplier condition) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - begin);
            assertTrue(waited.compareTo(most) < 0, () -> "not within " + most);
            pause();
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }
}
