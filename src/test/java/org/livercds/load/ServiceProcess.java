package org.livercds.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The packaged service as a process of its own, in production as the README describes it, in a folder of its own. */
final class ServiceProcess implements AutoCloseable {

    private static final int START_SECONDS = 60;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Options options;
    private final Path folder;
    private final URI ready;
    private Process process;

    private ServiceProcess(Options options, Path folder, URI ready) {
        this.options = options;
        this.folder = folder;
        this.ready = ready;
    }

    /** @param management the port of health and metrics; 0 for none */
    static ServiceProcess start(Options options, int port, int management, Map<String, String> settings)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "load")), "service");
        Map<String, String> all = new TreeMap<>(settings);
        all.put("quarkus.http.host", "127.0.0.1");
        all.put("quarkus.http.port", Integer.toString(port));
        all.put("quarkus.management.host", "127.0.0.1");
        all.put("quarkus.management.port", Integer.toString(management));
        all.put("quarkus.management.host-enabled", Boolean.toString(management > 0));
        write(folder, all);
        String address = management > 0
                ? "http://127.0.0.1:" + management + "/q/health/ready"
                : "http://127.0.0.1:" + port + "/cds-services";
        ServiceProcess service = new ServiceProcess(options, folder, URI.create(address));
        service.start();
        return service;
    }

    private static void write(Path folder, Map<String, String> settings) throws IOException {
        Path config = Files.createDirectories(folder.resolve("config")).resolve("application.properties");
        Files.write(
                config,
                settings.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList());
    }

    /** Starts it, again if it was stopped, and waits until it says that it is ready. */
    void start() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(options.text("java"), "-Xms" + options.text("heap"), "-Xmx" + options.text("heap")));
        if (options.yes("pin")) {
            command.add("-XX:ActiveProcessorCount=1");
        }
        command.addAll(List.of("-XX:+UseParallelGC", "-XX:-UseAdaptiveSizePolicy"));
        command.addAll(List.of("-XX:NewRatio=1", "-XX:SurvivorRatio=3", "-XX:MetaspaceSize=128m"));
        command.addAll(List.of("-XX:-UseCodeCacheFlushing", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(List.of("-XX:ThreadPriorityPolicy=1", "-XX:CompilerThreadPriority=4", "-jar"));
        command.add(Path.of(options.text("jar")).toAbsolutePath().toString());
        process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > latest) {
                close();
                throw new IllegalStateException("the service did not start, see " + log());
            }
            Thread.sleep(50);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    Vitals vitals() throws IOException, InterruptedException {
        return Vitals.of(handle());
    }

    Path log() {
        return folder.resolve("log");
    }

    /** The sum of the lines of its metrics that match; it has to have the management port. */
    double metric(String pattern) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(ready.resolve("/q/metrics")).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofLines())
                .body()
                .filter(Pattern.compile(pattern).asPredicate())
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /** SIGTERM, and what it ended with; 137 where it had to be killed after half a minute. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Without the management port it is ready when it answers: 401, since discovery too needs a token. */
    private boolean isReady() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(ready).build();
            int status =
                    HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == 200 || status == 401;
        } catch (IOException notYet) {
            return false;
        }
    }
}
