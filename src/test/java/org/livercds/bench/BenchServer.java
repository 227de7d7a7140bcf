package org.livercds.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.livercds.load.Proc;

/** A server that is measured, as a process of its own. */
final class BenchServer implements AutoCloseable {

    private static final int START_SECONDS = 120;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /**
     * How a server is started and asked.
     *
     * @param ready answers 200 when it may be called
     * @param hook where calls go
     */
    record Plan(String name, List<String> command, URI ready, URI hook) {}

    private final Plan plan;
    private final Process process;

    private BenchServer(Plan plan, Process process) {
        this.plan = plan;
        this.process = process;
    }

    /** Starts it, and comes back as soon as it says that it is ready. */
    static BenchServer start(Plan plan) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of("target", "bench", plan.name()));
        Process process = new ProcessBuilder(plan.command())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        BenchServer server = new BenchServer(plan, process);
        long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!server.isReady()) {
            if (!process.isAlive() || System.nanoTime() > latest) {
                server.close();
                throw new IllegalStateException(plan.name() + " did not start, see " + folder.resolve("log"));
            }
            Thread.sleep(5);
        }
        return server;
    }

    String name() {
        return plan.name();
    }

    URI hook() {
        return plan.hook();
    }

    long pid() {
        return process.pid();
    }

    /** The answer to one call, which has to be a good one. */
    String ask(Path body, Optional<String> token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(plan.hook())
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofFile(body));
        token.ifPresent(proof -> request.header("Authorization", "Bearer " + proof));
        HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(name() + " answers " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    /** Until it has nothing more to do: who stops calling leaves calls behind. */
    void settle() throws InterruptedException {
        double before = -1;
        for (int i = 0; i < 300 && Proc.cpu(pid()) - before > 0.02; i++) {
            before = Proc.cpu(pid());
            Thread.sleep(250);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(plan.ready())
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
