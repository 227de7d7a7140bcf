package org.livercds.cli.selfcheck;

import static org.livercds.cli.selfcheck.SampleJson.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.ECKey;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small CDS service with one card for everybody. Good, apart from one defect. */
public final class SampleService implements AutoCloseable {

    private static final String DISCOVERY = "/cds-services";
    private static final String VIEW = DISCOVERY + "/sample-view";
    private static final String ORIGIN = "https://sandbox.cds-hooks.org";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Optional<Defect> defect;
    private final Optional<SampleTokens> tokens;
    private final SampleHook hook;
    private int discoveries;

    private SampleService(Optional<Defect> defect, Optional<ECKey> key) throws IOException {
        this.defect = defect;
        this.tokens = key.map(some -> new SampleTokens(some, defect));
        this.hook = new SampleHook(defect);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public static SampleService good() {
        return start(Optional.empty(), Optional.empty());
    }

    /** Its summaries are too long. */
    public static SampleService bad() {
        return start(Optional.of(Defect.SUMMARY_OF_140), Optional.empty());
    }

    /** Takes tokens of this key only. */
    static SampleService start(Optional<Defect> defect, Optional<ECKey> key) {
        try {
            return new SampleService(defect, key);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** An answer; without a body where it is null. */
    record Reply(int status, JsonNode body) {}

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Reply reply = reply(exchange, body);
        headers(exchange, reply);
        String text = reply.body() == null ? "" : text(reply);
        byte[] bytes = spoiltText(reply, text, body).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Reply reply(HttpExchange exchange, byte[] body) {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        if (method.equals("OPTIONS")) {
            return new Reply(has(Defect.PREFLIGHT_NEEDS_A_TOKEN) ? 401 : 204, null);
        }
        String plain = has(Defect.SLASH_IS_NOT_FOUND) ? path : path.replaceAll("/+$", "");
        boolean open = tokens.map(
                        some -> some.isGood(exchange.getRequestHeaders().getFirst("Authorization"), address() + plain))
                .orElse(true);
        if (!open) {
            return new Reply(
                    has(Defect.FORBIDS_INSTEAD) ? 403 : 401, has(Defect.TELLS_WHY) ? outcome("expired") : null);
        }
        return switch (plain) {
            case DISCOVERY -> method.equals("GET") ? discovery() : notSo();
            case VIEW -> method.equals("POST") || has(Defect.ANY_METHOD) ? called(exchange, body) : notSo();
            case VIEW + "/feedback" -> SampleFeedback.reply(SampleJson.object(body), this::has);
            default ->
                plain.startsWith(DISCOVERY + "/selfcheck-no") && has(Defect.ANY_SERVICE)
                        ? called(exchange, body)
                        : new Reply(404, outcome("There is no such service."));
        };
    }

    private Reply called(HttpExchange exchange, byte[] body) {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (has(Defect.NO_CHARSET) && type != null && type.contains("charset")) {
            return new Reply(415, outcome("Another type."));
        }
        boolean json = type != null && type.startsWith("application/json");
        return json || has(Defect.ANY_TYPE) ? hook.reply(body) : new Reply(415, outcome("Another type."));
    }

    private Reply discovery() {
        ObjectNode list = SampleJson.discovery();
        defect.ifPresent(some -> some.spoilDiscovery(list));
        if (has(Defect.DISCOVERY_CHANGES)) {
            ((ObjectNode) list.at("/services/0")).put("title", "Sample " + discoveries++);
        }
        return new Reply(has(Defect.DISCOVERY_IS_ELSEWHERE) ? 301 : 200, list);
    }

    private static Reply notSo() {
        return new Reply(405, outcome("Another method."));
    }

    private void headers(HttpExchange exchange, Reply reply) {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", has(Defect.ANSWER_IS_TEXT) ? "text/plain" : "application/json");
        headers.set("Cache-Control", has(Defect.MAY_BE_KEPT) ? "max-age=60" : "no-store");
        headers.set("X-Content-Type-Options", has(Defect.MAY_BE_SNIFFED) ? "" : "nosniff");
        if (has(Defect.TELLS_ITS_VERSION)) {
            headers.set("Server", "Sample/1.2.3");
        }
        if (reply.status() == 405 && !has(Defect.NO_ALLOW)) {
            headers.set("Allow", "POST");
        }
        if (reply.status() == 401 && !has(Defect.NO_CHALLENGE)) {
            headers.set("WWW-Authenticate", "Bearer");
        }
        crossOrigin(exchange, reply);
    }

    private void crossOrigin(HttpExchange exchange, Reply reply) {
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        boolean preflight = exchange.getRequestMethod().equals("OPTIONS");
        boolean missing = !preflight
                && (reply.status() == 200 ? has(Defect.ANSWER_WITHOUT_ORIGIN) : has(Defect.REFUSAL_WITHOUT_ORIGIN));
        var headers = exchange.getResponseHeaders();
        if (origin != null && has(Defect.CREDENTIALS_FOR_ALL)) {
            headers.set("Access-Control-Allow-Credentials", "true");
        } else if (!ORIGIN.equals(origin) || missing) {
            return;
        }
        headers.set("Access-Control-Allow-Origin", origin);
        headers.set("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
        headers.set(
                "Access-Control-Allow-Headers",
                has(Defect.PREFLIGHT_WITHOUT_HEADERS) ? "x" : "authorization, content-type");
    }

    private String text(Reply reply) {
        boolean twice = has(Defect.ANSWER_HAS_A_MEMBER_TWICE) && reply.body().has("cards");
        String text = reply.body().toString();
        return twice ? "{\"cards\":[]," + text.substring(1) : text;
    }

    private String spoiltText(Reply reply, String text, byte[] body) {
        boolean refusal = reply.status() >= 400;
        if (has(Defect.DISCOVERY_IS_A_PAGE) && text.contains("services\":")) {
            return "<html>" + text + "</html>";
        }
        if (refusal && has(Defect.REFUSAL_IS_TEXT)) {
            return "Bad request";
        }
        if (refusal && has(Defect.REFUSAL_WITH_A_TRACE)) {
            return outcome("failed\n\tat Reader.read(Reader.java:12)").toString();
        }
        if (refusal && has(Defect.REFUSAL_WITH_A_CLASS)) {
            return outcome("org.example.json.JsonParser failed").toString();
        }
        if (refusal && has(Defect.REFUSAL_WITH_THE_BODY)) {
            return outcome("Not understood: " + new String(body, StandardCharsets.UTF_8))
                    .toString();
        }
        return text;
    }

    private boolean has(Defect some) {
        return defect.filter(some::equals).isPresent();
    }
}
