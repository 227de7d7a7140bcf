package org.livercds.smartserver;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small EHR on this machine: SMART App Launch 2 before a FHIR server. Whoever comes is signed in at once. It is strict in
 * what it takes, so that a launch that works here was a right one, and does harm where a launch asks for it.
 */
public final class SmartServer implements AutoCloseable {

    public static final String CLIENT = "liver-cds-app";
    public static final String SECRET = "canary-secret+with/odd signs";

    /** Whom the user chooses where the launch does not say. */
    public static final String CHOSEN = "metastases-four";

    /** One FHIR base that is in order, and others whose configuration is not. */
    public static final String GOOD = "/fhir";

    public static final String WITHOUT_PKCE = "/without-pkce";
    public static final String FIRST_VERSION = "/first-version";
    public static final String TOKENS_ELSEWHERE = "/tokens-elsewhere";
    public static final String MUTE = "/mute";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final TokenEndpoint tokens;
    private final FhirDoor fhir;
    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<String> seen = new CopyOnWriteArrayList<>();

    /** @param fhirServer whose charts it gives out; may be nobody's address */
    public SmartServer(String fhirServer) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        tokens = new TokenEndpoint(codes, origin());
        fhir = new FhirDoor(fhirServer, tokens);
        server.createContext("/", this::answer);
        server.start();
    }

    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String base() {
        return origin() + GOOD;
    }

    /** What a launch link of this EHR has beside {@code iss}. */
    public static String launch(String patient, Habit habit) {
        return patient + "~" + habit;
    }

    /** Method and path of each request. */
    public List<String> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        seen.add(exchange.getRequestMethod() + " " + path);
        try (exchange) {
            if (path.endsWith("/.well-known/smart-configuration")) {
                configuration(exchange, path.substring(0, path.indexOf("/.well-known")));
            } else if (path.equals("/authorize")) {
                authorize(exchange);
            } else if (path.equals("/token")) {
                tokens.answer(exchange);
            } else if (path.equals("/seen")) {
                send(exchange, 200, "text/plain", String.join("\n", seen));
            } else {
                fhir.answer(exchange);
            }
        }
    }

    private void configuration(HttpExchange exchange, String base) throws IOException {
        if (base.equals(MUTE)) {
            send(exchange, 404, "text/html", "<p>Nothing here.</p>");
            return;
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("issuer", origin());
        json.put("authorization_endpoint", origin() + "/authorize");
        json.put(
                "token_endpoint",
                base.equals(TOKENS_ELSEWHERE) ? "http://127.0.0.2:9/token" : origin() + "/token?tenant=one");
        ArrayNode challenges = json.putArray("code_challenge_methods_supported");
        if (!base.equals(WITHOUT_PKCE)) {
            challenges.add("S256");
        }
        json.putArray("grant_types_supported").add("authorization_code");
        json.putArray("capabilities")
                .add("launch-ehr")
                .add("client-confidential-symmetric")
                .add(base.equals(FIRST_VERSION) ? "permission-v1" : "permission-v2");
        send(exchange, 200, "application/json", json.toString());
    }

    /** Says what is wrong with a request that is none: no test goes on with it. */
    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = Form.read(exchange.getRequestURI().getRawQuery());
        boolean right = "code".equals(asked.get("response_type"))
                && CLIENT.equals(asked.get("client_id"))
                && "S256".equals(asked.get("code_challenge_method"))
                && asked.getOrDefault("code_challenge", "").length() == 43
                && asked.getOrDefault("state", "").length() >= 22
                && asked.getOrDefault("aud", "").startsWith(origin())
                && asked.containsKey("launch")
                        == List.of(asked.getOrDefault("scope", "").split(" ")).contains("launch");
        if (!right) {
            send(exchange, 400, "text/plain", "no authorization request: " + asked.keySet());
            return;
        }
        Grant grant = Grant.of(asked.get("launch"), CHOSEN, asked);
        String back = asked.get("redirect_uri") + "?" + backTo(grant, asked.get("state"));
        exchange.getResponseHeaders().set("Location", back);
        exchange.sendResponseHeaders(302, -1);
    }

    private String backTo(Grant grant, String state) {
        String code = "canary-code-" + numbers.incrementAndGet();
        codes.put(code, grant);
        return switch (grant.habit()) {
            case DENIES -> "error=access_denied&error_description=canary-words&state=" + state;
            case FAILS -> "error=server_error&state=" + state;
            case WRONG_STATE -> "code=" + code + "&state=" + "A".repeat(43);
            case OTHER_ISSUER -> "code=" + code + "&state=" + state + "&iss=https%3A%2F%2Fother.example";
            default -> "code=" + code + "&state=" + state;
        };
    }

    static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
