package org.livercds.bulkdata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.livercds.load.Options;

/** The packaged service in the profile demo, as a process of its own that nobody else is called by. */
final class ServiceOnLoopback implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String SERVICE = "liver-cancer-patient-view";
    private static final int START_SECONDS = 120;

    private final Process process;
    private final URI base;
    private final Path log;

    private ServiceOnLoopback(Process process, URI base, Path log) {
        this.process = process;
        this.base = base;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Comes back when it answers. */
    static ServiceOnLoopback start(Options options, Path folder) throws IOException, InterruptedException {
        int port = options.number("port");
        Path log = Files.createDirectories(folder).resolve("log");
        Process process = new ProcessBuilder(
                        options.text("java"),
                        "-Xmx" + options.text("heap"),
                        "-Dquarkus.profile=demo",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.management.host=127.0.0.1",
                        "-Dquarkus.management.port=" + (port + 1),
                        "-Dlivercds.zone=UTC",
                        "-jar",
                        Path.of(options.text("jar")).toAbsolutePath().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        ServiceOnLoopback service =
                new ServiceOnLoopback(process, URI.create("http://127.0.0.1:" + port + "/cds-services"), log);
        service.await(URI.create("http://127.0.0.1:" + (port + 1) + "/q/health/ready"));
        return service;
    }

    /** The queries that it publishes. */
    JsonNode templates() throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(HttpRequest.newBuilder(base).build(), BodyHandlers.ofString());
        return StreamSupport.stream(
                        JSON.readTree(response.body()).path("services").spliterator(), false)
                .filter(service -> service.path("id").asText().equals(SERVICE))
                .map(service -> service.path("prefetch"))
                .findFirst()
                .orElseThrow();
    }

    /** What it says when the chart of a patient is opened, in the columns of the table. */
    Map<String, String> answer(String patientId, ObjectNode prefetch) throws IOException, InterruptedException {
        ObjectNode call = JsonNodeFactory.instance.objectNode().put("hook", "patient-view");
        call.putObject("context").put("userId", "Practitioner/sample").put("patientId", patientId);
        call.set("prefetch", prefetch);
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/" + SERVICE))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(call)))
                .build();
        HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
        return switch (response.statusCode()) {
            case 200 -> AnswerRow.of(JSON.readTree(response.body()));
            case 400, 412, 413 -> Map.of("status", "refused");
            default -> throw new IllegalStateException("answered " + response.statusCode() + ", see " + log);
        };
    }

    private void await(URI ready) throws InterruptedException {
        long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!isReady(ready)) {
            if (!process.isAlive() || System.nanoTime() > latest) {
                close();
                throw new IllegalStateException("the service did not start, see " + log);
            }
            Thread.sleep(100);
        }
    }

    private static boolean isReady(URI ready) throws InterruptedException {
        try {
            return HTTP.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
