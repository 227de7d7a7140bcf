package org.livercds.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;

/**
 * What no service on this machine can do better: a bare Vert.x server that steps over every token of the body with
 * Jackson, reads names and texts, and answers with a fixed card.
 */
public final class Floor extends AbstractVerticle {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Buffer CARD =
            Buffer.buffer("{\"cards\":[{\"uuid\":\"4e0a3a1e-3180-4f63-8d70-6d2a2b0a4a0e\",\"summary\":\"A fixed card\","
                    + "\"indicator\":\"info\",\"source\":{\"label\":\"A benchmark\"}}]}");

    private final int port;

    private Floor(int port) {
        this.port = port;
    }

    /** @param arguments the port */
    public static void main(String... arguments) {
        int port = Integer.parseInt(arguments[0]);
        int loops = Runtime.getRuntime().availableProcessors();
        Vertx.vertx()
                .deployVerticle(() -> new Floor(port), new DeploymentOptions().setInstances(loops))
                .onFailure(failed -> {
                    failed.printStackTrace();
                    System.exit(1);
                });
    }

    @Override
    public void start() {
        vertx.createHttpServer().requestHandler(this::handle).listen(port, "127.0.0.1");
    }

    private void handle(HttpServerRequest request) {
        request.bodyHandler(body -> {
            boolean json = body.length() == 0 || isJson(body.getBytes());
            request.response()
                    .setStatusCode(json ? 200 : 400)
                    .putHeader("Content-Type", "application/json")
                    .end(CARD);
        });
    }

    private static boolean isJson(byte[] body) {
        long seen = 0;
        try (JsonParser parser = FACTORY.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    seen += parser.currentName().length();
                } else if (token == JsonToken.VALUE_STRING) {
                    seen += parser.getTextLength();
                }
            }
        } catch (IOException malformed) {
            return false;
        }
        return seen > 0;
    }
}
