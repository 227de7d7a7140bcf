package org.livercds.outbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/**
 * A FHIR server on 127.0.0.1 that misbehaves on purpose, path by path, and remembers what reached it. A path that was
 * not set is answered with an empty Bundle. Paths are those below the base, such as {@code Condition}.
 */
public final class FhirDouble implements AutoCloseable {

    /** One request as it came; the names of headers are in lower case. */
    public record Received(String method, String path, String query, Map<String, String> headers, String body) {}

    private record Answers(Fault fault, List<String> pages) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EMPTY = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":0}";
    private static final String OUTCOME = "{\"resourceType\":\"OperationOutcome\",\"issue\":"
            + "[{\"severity\":\"error\",\"code\":\"exception\",\"diagnostics\":\"of the server\"}]}";
    private static final String OTHER_PATIENT = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":"
            + "[{\"resource\":{\"resourceType\":\"Condition\",\"subject\":{\"reference\":\"Patient/somebody-else\"}}}]}";
    private static final String FHIR_JSON = "application/fhir+json;charset=UTF-8";
    private static final int BOMB = 120_000_000;
    private static final int DRIP_MILLIS = 50;

    private final ServerSocket server;
    private final Map<String, Answers> answers = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger closedByClient = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile Duration delay = Duration.ofMillis(50);
    private volatile String retryAfter = "1";
    private volatile String elsewhere = "http://127.0.0.1:1/fhir";

    public FhirDouble() {
        this(0);
    }

    public FhirDouble(int port) {
        try {
            server = new ServerSocket(port, 200, InetAddress.getByName("127.0.0.1"));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        inBackground(this::accept);
    }

    public String base() {
        return "http://127.0.0.1:" + port() + "/fhir";
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The pages of a search, or one resource; the links from page to page are added. */
    public FhirDouble serve(String path, String... pages) {
        answers.put(path, new Answers(Fault.NONE, List.of(pages)));
        return this;
    }

    /** Keeps the pages that were set. */
    public FhirDouble fail(String path, Fault fault) {
        answers.merge(path, new Answers(fault, List.of(EMPTY)), (old, any) -> new Answers(fault, old.pages()));
        return this;
    }

    public FhirDouble delay(Duration time) {
        delay = time;
        return this;
    }

    public FhirDouble retryAfter(String value) {
        retryAfter = value;
        return this;
    }

    /** Where REDIRECT and FOREIGN_NEXT lead. */
    public FhirDouble elsewhere(FhirDouble other) {
        elsewhere = other.base();
        return this;
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public List<Received> received(String path) {
        return received.stream().filter(call -> call.path().startsWith(path)).toList();
    }

    /** How many requests were open at the same time, at most. */
    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    public int connections() {
        return connections.get();
    }

    /** Connections that the client closed while an answer was under way. */
    public int closedByClient() {
        return closedByClient.get();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException closing) {
            throw new UncheckedIOException(closing);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                connections.incrementAndGet();
                open.add(socket);
                inBackground(() -> talk(socket));
            }
        } catch (IOException closed) {
            // the end of the double
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "fhir-double");
        thread.setDaemon(true);
        thread.start();
    }

    private void talk(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (Received call = read(in); call != null; call = read(in)) {
                received.add(call);
                mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                try {
                    answer(call, new Wire(socket.getOutputStream(), in));
                } catch (IOException gone) {
                    closedByClient.incrementAndGet();
                    return;
                } finally {
                    atOnce.decrementAndGet();
                }
            }
        } catch (IOException closed) {
            // whoever calls may leave
        } finally {
            open.remove(socket);
        }
    }

    private static Received read(InputStream in) throws IOException {
        String start = line(in);
        if (start.isEmpty()) {
            return null;
        }
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), UTF_8);
        String[] parts = start.split(" ");
        String[] target = parts[1].split("\\?", 2);
        String path = target[0].startsWith("/fhir/") ? target[0].substring("/fhir/".length()) : target[0];
        return new Received(parts[0], path, target.length > 1 ? target[1] : "", headers, body);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
            line.write(octet);
        }
        return line.toString(ISO_8859_1).strip();
    }

    private static boolean isRead(Received call) {
        return call.path().contains("/") && !call.path().endsWith("/_search");
    }

    private Answers answersOf(Received call) {
        return answers.keySet().stream()
                .filter(call.path()::startsWith)
                .max(Comparator.comparing(String::length))
                .map(answers::get)
                .orElseGet(() -> new Answers(isRead(call) ? Fault.HTTP_404 : Fault.NONE, List.of(EMPTY)));
    }

    private void answer(Received call, Wire wire) throws IOException {
        Answers set = answersOf(call);
        int number = pageNumber(call);
        String page = page(call, set, number);
        switch (set.fault()) {
            case NONE -> wire.ok(FHIR_JSON, page);
            case SLOW -> {
                sleep(delay.toMillis());
                wire.ok(FHIR_JSON, page);
            }
            case DRIP -> wire.drip(page);
            case HANG -> wire.hang();
            case CLOSE -> throw new IOException("closed on purpose");
            case HTTP_400, HTTP_401, HTTP_403, HTTP_404, HTTP_410, HTTP_429, HTTP_500, HTTP_503 ->
                wire.status(Integer.parseInt(set.fault().name().substring("HTTP_".length())), retryAfter);
            case NO_POST, NO_POST_501 -> {
                if (call.method().equals("POST")) {
                    wire.status(set.fault() == Fault.NO_POST ? 405 : 501, "");
                } else {
                    wire.ok(FHIR_JSON, page);
                }
            }
            case TRUNCATED -> wire.truncated(page);
            case HALF_JSON -> wire.ok(FHIR_JSON, page.substring(0, page.length() / 2));
            case WRONG_TYPE -> wire.ok("text/plain", page);
            case LATIN_1 -> wire.ok("application/fhir+json; charset=ISO-8859-1", page);
            case HTML_200 -> wire.ok("text/html", "<html><body>Please log in</body></html>");
            case OUTCOME_200 -> wire.ok(FHIR_JSON, OUTCOME);
            case EMPTY_200 -> wire.ok(FHIR_JSON, "");
            case NO_CONTENT_204 -> wire.raw("HTTP/1.1 204 No Content\r\n\r\n");
            case GZIP -> wire.zipped(page.getBytes(UTF_8));
            case FALSE_GZIP -> wire.send(200, FHIR_JSON, "Content-Encoding: gzip\r\n", page.getBytes(UTF_8));
            case GZIP_BOMB -> wire.zipped(bomb());
            case HUGE_LENGTH -> wire.hugeLength();
            case WRONG_PATIENT -> wire.ok(FHIR_JSON, OTHER_PATIENT);
            case ENDLESS_PAGES -> wire.ok(FHIR_JSON, linked(page, below(call, number + 1)));
            case LOOPING_PAGES -> wire.ok(FHIR_JSON, linked(page, below(call, 2)));
            case SECOND_PAGE_500, SECOND_PAGE_HANG -> secondPage(call, wire, set.fault(), page, number);
            case FOREIGN_NEXT -> wire.ok(FHIR_JSON, linked(page, elsewhere + "/" + call.path() + "?page=2"));
            case REDIRECT ->
                wire.raw("HTTP/1.1 302 Found\r\nLocation: " + elsewhere + "/" + call.path()
                        + "\r\nContent-Length: 0\r\n\r\n");
            case BYTE_ORDER_MARK -> wire.ok(FHIR_JSON, "\uFEFF" + page);
            case ENTRIES_WITHOUT_RESOURCE ->
                wire.ok(FHIR_JSON, "{\"resourceType\":\"Bundle\",\"entry\":[{\"fullUrl\":\"urn:x\"},{}]}");
            case MANY_ENTRIES ->
                wire.ok(FHIR_JSON, "{\"resourceType\":\"Bundle\",\"entry\":[{}" + ",{}".repeat(1_000) + "]}");
            case NO_RESOURCE_TYPE -> wire.ok(FHIR_JSON, "{\"id\":\"1\"}");
            case XML -> wire.ok("application/fhir+xml", "<Bundle xmlns=\"http://hl7.org/fhir\"/>");
            case CHUNKED_FOREVER -> wire.chunkedForever();
        }
    }

    private void secondPage(Received call, Wire wire, Fault fault, String page, int number) throws IOException {
        if (number == 1) {
            wire.ok(FHIR_JSON, linked(page, below(call, 2)));
        } else if (fault == Fault.SECOND_PAGE_HANG) {
            wire.hang();
        } else {
            wire.status(500, "");
        }
    }

    private static int pageNumber(Received call) {
        return Arrays.stream(call.query().split("&"))
                .filter(parameter -> parameter.startsWith("page="))
                .mapToInt(parameter -> Integer.parseInt(parameter.substring("page=".length())))
                .findFirst()
                .orElse(1);
    }

    private String page(Received call, Answers set, int number) throws IOException {
        String page = set.pages().get(Math.min(number, set.pages().size()) - 1);
        return number < set.pages().size() ? linked(page, below(call, number + 1)) : page;
    }

    private String below(Received call, int page) {
        return base() + "/" + call.path() + "?page=" + page;
    }

    private static String linked(String page, String next) throws IOException {
        JsonNode bundle = JSON.readTree(page);
        ((ObjectNode) bundle)
                .putArray("link")
                .addObject()
                .put("relation", "next")
                .put("url", next);
        return bundle.toString();
    }

    private static byte[] bomb() {
        byte[] bomb = new byte[BOMB];
        Arrays.fill(bomb, (byte) ' ');
        return bomb;
    }

    private static void sleep(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    /** What goes over the wire of one connection. */
    private record Wire(OutputStream out, InputStream in) {

        void ok(String type, String body) throws IOException {
            send(200, type, "", body.getBytes(UTF_8));
        }

        void status(int status, String retryAfter) throws IOException {
            boolean pause = (status == 429 || status == 503) && !retryAfter.isEmpty();
            String header = pause ? "Retry-After: " + retryAfter + "\r\n" : "";
            send(status, FHIR_JSON, header, OUTCOME.getBytes(UTF_8));
        }

        void send(int status, String type, String headers, byte[] body) throws IOException {
            head(status, type, headers + "Content-Length: " + body.length + "\r\n");
            out.write(body);
            out.flush();
        }

        void zipped(byte[] body) throws IOException {
            ByteArrayOutputStream zipped = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
                zip.write(body);
            }
            send(200, FHIR_JSON, "Content-Encoding: gzip\r\n", zipped.toByteArray());
        }

        void truncated(String body) throws IOException {
            head(200, FHIR_JSON, "Content-Length: " + (body.length() + 100) + "\r\n");
            raw(body);
            throw new IOException("closed on purpose");
        }

        void hugeLength() throws IOException {
            head(200, FHIR_JSON, "Content-Length: 5000000000\r\n");
            raw("{");
            hang();
        }

        void drip(String body) throws IOException {
            head(200, FHIR_JSON, "Content-Length: " + (body.length() + 1_000) + "\r\n");
            for (byte octet : (body + " ".repeat(1_000)).getBytes(UTF_8)) {
                out.write(octet);
                out.flush();
                sleep(DRIP_MILLIS);
            }
        }

        void hang() throws IOException {
            if (in.read() < 0) {
                throw new IOException("the client has left");
            }
        }

        void chunkedForever() throws IOException {
            head(200, FHIR_JSON, "Transfer-Encoding: chunked\r\n");
            String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
            while (true) {
                raw(chunk);
            }
        }

        void head(int status, String type, String headers) throws IOException {
            raw("HTTP/1.1 " + status + " Whatever\r\nContent-Type: " + type + "\r\n" + headers + "\r\n");
        }

        void raw(String text) throws IOException {
            out.write(text.getBytes(UTF_8));
            out.flush();
        }
    }
}
