package org.livercds.outbound;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server of this process on a port of the loopback address, until it is closed. */
record Loopback(HttpServer server) implements AutoCloseable {

    static final String HOST = "127.0.0.1";
    private static final int SECONDS = 5;

    /**
     * @throws TimeoutException where there is no port within five seconds
     * @throws ExecutionException where there is none
     */
    static Loopback open(Vertx vertx, Handler<HttpServerRequest> handler)
            throws InterruptedException, ExecutionException, TimeoutException {
        return new Loopback(
                within(vertx.createHttpServer().requestHandler(handler).listen(0, HOST)));
    }

    int port() {
        return server.actualPort();
    }

    /** What comes of it within five seconds. */
    static <T> T within(Future<T> future) throws InterruptedException, ExecutionException, TimeoutException {
        return future.toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        server.close();
    }
}
