import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long a call takes that reads an EHR's FHIR server: fast, slow, and hung. Start the service first:
 *
 * <pre>
 * java -Dquarkus.profile=demo -Dlivercds.deadline=450ms \
 *   -Dlivercds.fhir.allowed-servers=http://127.0.0.1:18081/a,http://127.0.0.1:18081/b,http://127.0.0.1:18081/stuck,http://127.0.0.1:18081/hung \
 *   -jar target/quarkus-app/quarkus-run.jar
 * java docs/bench/FetchBench.java http://localhost:8080
 * </pre>
 *
 * Figures are of this machine; compare them with each other, in one run.
 */
public final class FetchBench {

    private static final String SERVERS = "http://127.0.0.1:18081/";
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private static String service;
    private static String full;
    private static String conditions;
    private static volatile int delay = 50;

    public static void main(String[] arguments) throws Exception {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        service = arguments.length > 0 ? arguments[0] : "http://localhost:8080";
        full = get(service + "/demo/requests/four-metastases");
        conditions = value(full, "conditions");
        HttpServer servers = startServers();
        try {
            System.out.println("first fetching call after the start: " + millis(time(lacking("a", 3))) + " ms");
            repeat(() -> time(full), 300, 2);
            repeat(() -> time(lacking("a", 3)), 100, 2);
            print("prefetched", repeat(() -> time(full), 500, 1));
            print("three calls of 50 ms", repeat(() -> time(lacking("a", 3)), 200, 1));
            print("five calls of 50 ms", repeat(() -> time(lacking("a", 5)), 200, 1));
            isolation();
            List<Long> hung = repeat(() -> time(lacking("hung", 1)), 18, 1);
            print("hung server, deadline 450 ms", hung);
            repeat(() -> time(lacking("hung", 1)), 6, 1);
            print("hung server, breaker open", repeat(() -> time(lacking("hung", 1)), 50, 1));
        } finally {
            servers.stop(0);
        }
    }

    /** Normal calls, without and with 40 callers that are stuck on one server (its answers take 420 of 450 ms). */
    private static void isolation() throws Exception {
        List<Long> prefetchedBefore = repeat(() -> time(full), 600, 2);
        List<Long> fetchedBefore = repeat(() -> time(lacking("b", 3)), 150, 2);
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger stuckCalls = new AtomicInteger();
        ExecutorService stuck = Executors.newFixedThreadPool(40);
        for (int i = 0; i < 40; i++) {
            stuck.submit(() -> {
                while (!stop.get()) {
                    long nanos = time(lacking("stuck", 1));
                    stuckCalls.incrementAndGet();
                    Thread.sleep(Math.max(0, 450 - nanos / 1_000_000));
                }
                return null;
            });
        }
        Thread.sleep(1_500);
        List<Long> prefetched = repeat(() -> time(full), 600, 2);
        List<Long> fetched = repeat(() -> time(lacking("b", 3)), 150, 2);
        stop.set(true);
        stuck.shutdown();
        stuck.awaitTermination(10, TimeUnit.SECONDS);
        print("prefetched, alone", prefetchedBefore);
        print("prefetched, 40 stuck elsewhere", prefetched);
        print("other server, alone", fetchedBefore);
        print("other server, 40 stuck elsewhere", fetched);
        System.out.printf(
                "ratios of p99: prefetched %.2f, other server %.2f (%d stuck calls meanwhile)%n",
                ratio(prefetched, prefetchedBefore), ratio(fetched, fetchedBefore), stuckCalls.get());
    }

    private static HttpServer startServers() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 18081), 500);
        server.setExecutor(Executors.newCachedThreadPool());
        for (String name : List.of("a", "b", "stuck", "hung")) {
            server.createContext("/" + name + "/", exchange -> {
                try {
                    Thread.sleep(name.equals("hung") ? 60_000 : name.equals("stuck") ? 420 : delay);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
                String path = exchange.getRequestURI().getPath();
                String body = path.contains("/Condition")
                        ? conditions
                        : path.contains("/Patient/")
                                ? value(full, "patient")
                                : "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":0}";
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
        }
        server.start();
        return server;
    }

    /** The full request without some keys, with a FHIR server. */
    private static String lacking(String server, int keys) {
        String request = full;
        for (String key : List.of("labs", "procedures", "bodyStructures", "observations", "patient").subList(0, keys)) {
            request = request.replace("\"" + key + "\":" + value(full, key), "\"x-" + key + "\":null");
        }
        return request.replaceFirst("\\{", "{\"fhirServer\":\"" + SERVERS + server + "\",");
    }

    /** The JSON value behind a key, by its braces. */
    private static String value(String json, String key) {
        int begin = json.indexOf("\"" + key + "\":{") + key.length() + 3;
        int depth = 0;
        for (int at = begin; at < json.length(); at++) {
            depth += json.charAt(at) == '{' ? 1 : json.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return json.substring(begin, at + 1);
            }
        }
        throw new IllegalArgumentException(key);
    }

    private static long time(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(service + "/cds-services/liver-cancer-patient-view"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        long begin = System.nanoTime();
        int status = HTTP.send(request, BodyHandlers.ofString()).statusCode();
        long nanos = System.nanoTime() - begin;
        if (status != 200) {
            throw new IllegalStateException("status " + status);
        }
        return nanos;
    }

    private static String get(String url) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }

    private static List<Long> repeat(Callable<Long> call, int times, int threads) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(threads);
        List<Future<Long>> futures = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            futures.add(callers.submit(call));
        }
        List<Long> nanos = new ArrayList<>();
        for (Future<Long> future : futures) {
            nanos.add(future.get());
        }
        callers.shutdown();
        Collections.sort(nanos);
        return nanos;
    }

    private static double ratio(List<Long> now, List<Long> before) {
        return (double) percentile(now, 99) / percentile(before, 99);
    }

    private static long percentile(List<Long> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static void print(String what, List<Long> sorted) {
        System.out.printf(
                "%-34s p50 %7s  p99 %7s  max %7s ms  (%d)%n",
                what,
                millis(percentile(sorted, 50)),
                millis(percentile(sorted, 99)),
                millis(sorted.get(sorted.size() - 1)),
                sorted.size());
    }

    private static String millis(long nanos) {
        return String.format("%.1f", nanos / 1e6);
    }
}
