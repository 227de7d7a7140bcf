package org.livercds.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Calls of two patients at the same time, which a client gave one and the same hookInstance. */
@QuarkusTest
class InterleavedCallsTest {

    private static final int CALLS = 120;

    @TestHTTPResource(Example.SERVICE)
    URI service;

    @Test
    void each_answer_is_about_the_patient_of_its_call() {
        List<String> requests =
                List.of(Example.request("four-metastases"), Example.request("unresectable-liver-only-hcc"));
        List<String> alone =
                requests.stream().map(request -> answer(send(request))).toList();
        assertNotEquals(alone.get(0), alone.get(1));
        List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            calls.add(send(requests.get(i % 2)));
        }
        for (int i = 0; i < CALLS; i++) {
            assertEquals(alone.get(i % 2), answer(calls.get(i)), "call " + i);
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();

    private CompletableFuture<HttpResponse<String>> send(String request) {
        HttpRequest call = HttpRequest.newBuilder(service)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        request.replaceAll("(\"hookInstance\"\\s*:\\s*)\"[^\"]*\"", "$1\"one-for-all\"")))
                .build();
        return http.sendAsync(call, HttpResponse.BodyHandlers.ofString());
    }

    private static String answer(CompletableFuture<HttpResponse<String>> call) {
        return Example.withoutIds(call.join().body());
    }
}
