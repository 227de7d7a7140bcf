package org.livercds.outbound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ToolCallsTest {

    private static final int MOST = 1_000;

    private final ToolCalls calls = new ToolCalls(Duration.ofMillis(500), MOST);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", ToolCallsTest::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void an_answer_comes_with_its_headers_whatever_their_case() throws Exception {
        ToolCalls.Answer answer = send("/1000");
        assertEquals(200, answer.status());
        assertArrayEquals(new byte[MOST], answer.body());
        assertEquals("yes", answer.headers().get("x-sample").get(0));
    }

    @Test
    void redirects_are_answers() throws Exception {
        assertEquals(302, send("/moved").status());
    }

    @Test
    void what_is_too_large_is_given_up() {
        IOException failed = assertThrows(IOException.class, () -> send("/1001"));
        assertTrue(failed.getMessage().contains("more than 1000 bytes"), failed::getMessage);
    }

    /** The time is for the whole answer, not for its head. */
    @Test
    void what_takes_too_long_is_given_up() {
        IOException failed = assertThrows(IOException.class, () -> send("/drip"));
        assertEquals("no answer in 500 ms", failed.getMessage());
    }

    private ToolCalls.Answer send(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + server.getAddress().getPort() + path);
        return calls.send("GET", address, Map.of("Accept", "text/plain"), new byte[0]);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(1);
        exchange.getResponseHeaders().set("X-Sample", "yes");
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        boolean drips = path.equals("drip");
        int size = path.matches("\\d+") ? Integer.parseInt(path) : 10;
        exchange.sendResponseHeaders(path.equals("moved") ? 302 : 200, size);
        exchange.getResponseBody().write(new byte[drips ? 1 : size]);
        exchange.getResponseBody().flush();
        if (drips) {
            pause();
        }
        exchange.close();
    }

    private static void pause() {
        try {
            Thread.sleep(3_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
