package org.livercds.outbound;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Calls of this process to itself, over a port of the loopback address that is open only meanwhile. */
public final class OwnCalls {

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
        HttpClient client = vertx.createHttpClient();
        try (Loopback server = Loopback.open(vertx, handler)) {
            List<Integer> statuses = new ArrayList<>();
            for (Post post : posts) {
                statuses.add(Loopback.within(client.request(HttpMethod.POST, server.port(), Loopback.HOST, post.path())
                        .compose(call -> send(call, post))));
            }
            return statuses;
        } finally {
            client.close();
        }
    }

    private static Future<Integer> send(HttpClientRequest call, Post post) {
        return call.putHeader("Content-Type", "application/json")
                .send(Buffer.buffer(post.body()))
                .compose(answer -> answer.body().map(any -> answer.statusCode()));
    }
}
