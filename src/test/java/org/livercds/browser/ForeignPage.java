package org.livercds.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * A page of another origin, which calls the service from the browser as the public CDS Hooks sandbox does: with a token
 * that nobody has to trust, so that the browser asks before with a preflight.
 */
public final class ForeignPage implements AutoCloseable {

    private static final String HTML = """
            <!doctype html>
            <html lang="en">
            <title>An EHR in a browser</title>
            <script>
              async function call({ method, url, body }) {
                try {
                  const answer = await fetch(url, {
                    method,
                    body,
                    headers: {
                      Accept: 'application/json',
                      Authorization: 'Bearer nobody.has.signed-this',
                      ...(body === null ? {} : { 'Content-Type': 'application/json' }),
                    },
                  });
                  return { status: answer.status, allow: answer.headers.get('Allow'), body: await answer.text() };
                } catch (refused) {
                  return { status: 0, body: String(refused) };
                }
              }
            </script>
            <p>Nothing to see here.</p>
            """;

    private final HttpServer server;

    public ForeignPage() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] html = HTML.getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
            exchange.close();
        });
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** What the page saw: the status, 0 where the browser refused, and the text. */
    public record Seen(int status, String allow, String body) {}

    public static Seen call(Browser browser, String method, String url, String body) {
        Map<?, ?> seen = (Map<?, ?>) browser.evaluate(
                "([method, url, body]) => call({ method, url, body })", Arrays.asList(method, url, body));
        return new Seen((Integer) seen.get("status"), (String) seen.get("allow"), (String) seen.get("body"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
