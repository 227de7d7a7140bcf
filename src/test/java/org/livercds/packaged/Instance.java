package org.livercds.packaged;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One process of the service, started as the README says, in a folder of its own and on free ports. */
final class Instance {

    private static final Path JAR =
            Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
    private static final Pattern LISTENING = Pattern.compile(
            "Listening on: (http://[0-9.:]+)\\. Management interface listening on (http://[0-9.:]+)\\.");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path folder;
    private final Process process;

    private Instance(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** It takes some seconds until it listens. */
    static Instance start(Path folder, Map<String, String> settings) throws IOException {
        Files.createDirectories(folder.resolve("config"));
        List<String> lines = Stream.concat(
                        Stream.of("http", "management")
                                .flatMap(port -> Stream.of(
                                        "quarkus." + port + ".host=127.0.0.1", "quarkus." + port + ".port=0")),
                        settings.entrySet().stream().map(setting -> setting.getKey() + "=" + setting.getValue()))
                .toList();
        Files.write(folder.resolve("config").resolve("application.properties"), lines);
        return begin(
                folder,
                List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", JAR.toString()),
                Map.of());
    }

    /** As somebody else says, in a folder that holds its settings. */
    static Instance start(Path folder, List<String> arguments, Map<String, String> environment) throws IOException {
        return begin(
                folder,
                arguments.stream()
                        .map(argument -> argument.equals(JAR.getFileName().toString()) ? JAR.toString() : argument)
                        .toList(),
                environment);
    }

    private static Instance begin(Path folder, List<String> arguments, Map<String, String> environment)
            throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder command = new ProcessBuilder(
                Stream.concat(Stream.of(java), arguments.stream()).toList());
        command.environment().putAll(environment);
        Process process = command.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Instance(folder, process);
    }

    HttpResponse<String> post(String path, String body, String token) {
        return send(HttpRequest.newBuilder(URI.create(address(1) + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    String get(String path, String token) {
        return send(HttpRequest.newBuilder(URI.create(address(1) + path)).header("Authorization", "Bearer " + token))
                .body();
    }

    /** The value of a metric, whatever its labels. */
    double metric(String name) {
        String page = send(HttpRequest.newBuilder(URI.create(address(2) + "/q/metrics")))
                .body();
        return page.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric " + name));
    }

    /** With which Linux weighs its threads of that name. */
    Set<Integer> niceness(String threads) throws IOException {
        // Linux keeps fifteen characters of a name
        String begin = threads.substring(0, Math.min(15, threads.length()));
        try (Stream<Path> all = Files.list(Path.of("/proc", Long.toString(process.pid()), "task"))) {
            return all.flatMap(Instance::stat)
                    .filter(thread -> thread.contains("(" + begin))
                    // the seventeenth field behind the name
                    .map(thread -> thread.substring(thread.lastIndexOf(')') + 2).split(" ")[16])
                    .map(Integer::valueOf)
                    .collect(Collectors.toSet());
        }
    }

    /** Nothing of a thread that has ended meanwhile. */
    private static Stream<String> stat(Path thread) {
        try {
            return Stream.of(Files.readString(thread.resolve("stat")));
        } catch (IOException ended) {
            return Stream.empty();
        }
    }

    /** What it has put on record so far. */
    List<String> audit() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("audit"))) {
            return files.sorted().flatMap(file -> read(file).lines()).toList();
        }
    }

    String output() {
        return read(folder.resolve("output"));
    }

    int port() {
        return URI.create(address(1)).getPort();
    }

    /** Whether it says that calls should come. */
    boolean isReady() {
        return send(HttpRequest.newBuilder(URI.create(address(2) + "/q/health/ready")))
                        .statusCode()
                == 200;
    }

    /** SIGTERM. */
    void end() {
        process.destroy();
    }

    /** With which code it ended. */
    int exit() throws InterruptedException {
        assertTrue(process.waitFor(20, TimeUnit.SECONDS), this::output);
        return process.exitValue();
    }

    /** At once, as a machine that fails. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** Where it listens: the service first, then its management. */
    private String address(int group) {
        Matcher listening = LISTENING.matcher(output());
        while (!listening.find()) {
            assertTrue(process.isAlive(), this::output);
            pause();
            listening = LISTENING.matcher(output());
        }
        return listening.group(group);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
