package org.livercds.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/**
 * What the running service answers to every ready request, to every draft order about every synthetic patient, and to
 * the ready requests with one prefetch key left out. They are many, hence the bare client.
 */
final class Answers {

    private static final List<String> ORDER_HOOKS = List.of("order-select", "order-sign");
    private static final List<String> LEFT_OUT = List.of("observations", "labs", "procedures");

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static List<Answer> all;

    private Answers() {}

    /** A call, its answer, and the time that it took. */
    record Answer(String hook, JsonNode request, JsonNode body, String type, long millis) {}

    /** Asked for once. */
    static synchronized List<Answer> all(List<String> patients, List<String> orders) {
        if (all == null) {
            List<Answer> answers = new ArrayList<>();
            for (String patient : patients) {
                answers.add(ask("patient-view", demo(patient)));
                for (String key : LEFT_OUT) {
                    ObjectNode request = demo(patient);
                    Ehr.object(request, "prefetch").remove(key);
                    answers.add(ask("patient-view", request));
                }
                for (String hook : ORDER_HOOKS) {
                    orders.forEach(order -> answers.add(ask(hook, demo(patient + "/" + hook + "/" + order))));
                }
            }
            all = List.copyOf(answers);
        }
        return all;
    }

    private static Answer ask(String hook, ObjectNode request) {
        long begin = System.nanoTime();
        HttpResponse<byte[]> response = send(to(Ehr.service(hook))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(request.toString())));
        long millis = (System.nanoTime() - begin) / 1_000_000;
        String type = response.headers().firstValue("Content-Type").orElse("");
        return new Answer(hook, request, Ehr.json(response.body()), type, millis);
    }

    private static ObjectNode demo(String path) {
        return (ObjectNode) Ehr.json(send(to("/demo/requests/" + path).GET()).body());
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            assertEquals(200, response.statusCode(), () -> new String(response.body(), UTF_8));
            return response;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
