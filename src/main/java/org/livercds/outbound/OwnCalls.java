package org.livercds.outbound;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls of this process to itself, over a port of the loopback address that is open only meanwhile. */
public final class OwnCalls {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int SECONDS = 5;

    private OwnCalls() {}

    /** A body for a path. */
    public record Post(String path, byte[] body) {}

    /**
     * One after the other.
     *
     * @param handler what answers
     * @return the status of each
     * @throws TimeoutException where one takes longer than five seconds
     * @throws ExecutionException where there is no such port, or no answer
     */
    public static List<Integer> post(Vertx vertx, Handler<HttpServerRequest> handler, List<Post> posts)
            throws InterruptedException, ExecutionException, TimeoutException {
        HttpServer server = vertx.createHttpServer().requestHandler(handler);
        HttpClient client = vertx.createHttpClient();
        try {
            int port = server.listen(0, LOOPBACK)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(SECONDS, TimeUnit.SECONDS)
                    .actualPort();
            List<Integer> statuses = new ArrayList<>();
            for (Post post : posts) {
                statuses.add(status(client, port, post));
            }
            return statuses;
        } finally {
            client.close();
            server.close();
        }
    }

    private static int status(HttpClient client, int port, Post post)
            throws InterruptedException, ExecutionException, TimeoutException {
        return client.request(HttpMethod.POST, port, LOOPBACK, post.path())
                .compose(call -> send(call, post))
                .toCompletionStage()
                .toCompletableFuture()
                .get(SECONDS, TimeUnit.SECONDS);
    }

    private static Future<Integer> send(HttpClientRequest call, Post post) {
        return call.putHeader("Content-Type", "application/json")
                .send(Buffer.buffer(post.body()))
                .compose(answer -> answer.body().map(any -> answer.statusCode()));
    }
}
