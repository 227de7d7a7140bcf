package org.livercds.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The host of a client's keys, on 127.0.0.1: it can be down, and counts who asks. */
public final class KeyHost implements AutoCloseable {

    /** What it answers. */
    public record Answer(int status, String type, String body) {
        public static Answer keys(String body) {
            return new Answer(200, "application/json", body);
        }
    }

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Answer answer;

    public KeyHost(String keys) {
        this.answer = Answer.keys(keys);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json";
    }

    public void answers(Answer next) {
        this.answer = next;
    }

    public void isDown() {
        this.answer = new Answer(503, "text/plain", "down");
    }

    public int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
