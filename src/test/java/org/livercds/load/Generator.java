package org.livercds.load;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Makes calls and checks each answer. {@link #rate} is an open model: a call is made when it is due, whether those before
 * it were answered or not, and its time counts from then (no coordinated omission). {@link #callers} is a closed one:
 * so many callers, each of which calls again when it has its answer. Several ports are called by turns; only a refused
 * connection is tried again, at the next of them.
 */
final class Generator implements AutoCloseable {

    /** Milliseconds after which a client gives up; the service has long answered or refused by then. */
    private static final int TIMEOUT = 10_000;

    private static final int MOST_WAITING = 20_000;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Context context = vertx.getOrCreateContext();
    private final List<Integer> ports;
    private final HttpClient client;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile long ended;
    private int turn;

    Generator(Options options, List<Integer> ports) {
        this.ports = List.copyOf(ports);
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(2_000)
                        .setKeepAlive(options.yes("keep-alive"))
                        .setKeepAliveTimeout(20)
                        .setTcpNoDelay(true),
                new PoolOptions().setHttp1MaxSize(options.number("connections")));
    }

    /** For so many seconds from now. */
    static BooleanSupplier lasting(double seconds) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        return () -> System.nanoTime() < end;
    }

    /** Opens so many connections, where they are not open yet: each asks for what there is not, all at once. */
    void connect(int many) {
        RequestOptions nothing = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost("127.0.0.1")
                .setPort(ports.get(0))
                .setURI("/nothing")
                .setTimeout(TIMEOUT);
        waiting.addAndGet(many);
        for (int i = 0; i < many; i++) {
            context.runOnContext(go -> client.request(nothing)
                    .compose(HttpClientRequest::send)
                    .compose(HttpClientResponse::body)
                    .onComplete(any -> waiting.decrementAndGet()));
        }
        drain();
    }

    /** So many calls a second, as long as asked for; returns when the last is made, see {@link #drain}. */
    Tally rate(String name, double perSecond, BooleanSupplier goesOn, Supplier<Call> calls) {
        Tally tally = new Tally(name);
        long begin = System.nanoTime();
        for (long i = 0; goesOn.getAsBoolean(); i++) {
            long due = begin + (long) (i * 1e9 / perSecond);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            Call call = calls.get();
            boolean tooMany = waiting.get() >= MOST_WAITING;
            waiting.incrementAndGet();
            context.runOnContext(go -> {
                tally.started(due);
                if (tooMany) {
                    done(tally, "not sent: too many wait", due, due);
                } else {
                    send(call, tally, due, turn++, () -> {});
                }
            });
        }
        return tally;
    }

    /** So many callers, until the time is over or the tokens are. */
    Tally callers(String name, int callers, BooleanSupplier goesOn, Supplier<Call> calls) {
        Tally tally = new Tally(name);
        waiting.addAndGet(callers);
        for (int i = 0; i < callers; i++) {
            context.runOnContext(go -> again(tally, goesOn, calls));
        }
        drain();
        return tally;
    }

    /** Waits until every call has come to its end, or until none has for long. */
    void drain() {
        ended = System.nanoTime();
        while (waiting.get() > 0) {
            if (System.nanoTime() - ended > TimeUnit.MILLISECONDS.toNanos(6L * TIMEOUT)) {
                throw new IllegalStateException(waiting + " calls never came to an end");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** One call to the first port, and what was answered. */
    Buffer ask(Call call) throws Exception {
        return request(call)
                .compose(response -> response.statusCode() == 200
                        ? response.body()
                        : Future.failedFuture("status " + response.statusCode()))
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    private void again(Tally tally, BooleanSupplier goesOn, Supplier<Call> calls) {
        Call call = calls.get();
        if (goesOn.getAsBoolean() && !call.tokens().isEmpty()) {
            waiting.incrementAndGet();
            send(call, tally, System.nanoTime(), turn++, () -> again(tally, goesOn, calls));
        } else {
            waiting.decrementAndGet();
        }
    }

    private void send(Call call, Tally tally, long due, int first, Runnable after) {
        send(call, tally, due, first, 0, after);
    }

    private void send(Call call, Tally tally, long due, int first, int refused, Runnable after) {
        if (call.tokens().isEmpty()) {
            done(tally, "not sent: no token left", due, due);
            after.run();
            return;
        }
        long[] sent = {due};
        client.request(options(call, ports.get((first + refused) % ports.size())))
                .compose(request -> {
                    sent[0] = System.nanoTime();
                    return request.send(call.body());
                })
                .compose(response ->
                        response.body().map(body -> call.judge(response.statusCode(), response.headers(), body)))
                .onComplete(result -> {
                    if (result.cause() instanceof ConnectException && refused + 1 < ports.size()) {
                        tally.retried();
                        send(call, tally, due, first, refused + 1, after);
                        return;
                    }
                    done(tally, result.succeeded() ? result.result() : failure(result.cause()), due, sent[0]);
                    after.run();
                });
    }

    private void done(Tally tally, String outcome, long due, long sent) {
        tally.add(outcome, due, sent);
        ended = System.nanoTime();
        waiting.decrementAndGet();
    }

    private Future<HttpClientResponse> request(Call call) {
        return client.request(options(call, ports.get(0))).compose(request -> request.send(call.body()));
    }

    private static RequestOptions options(Call call, int port) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI(call.path())
                .setTimeout(TIMEOUT)
                .putHeader("Content-Type", "application/json");
        options.putHeader("Authorization", "Bearer " + call.tokens().take());
        return options;
    }

    private static String failure(Throwable cause) {
        String message = String.valueOf(cause.getMessage()).replaceAll("[0-9]+", "0");
        return cause.getClass().getSimpleName() + ": " + message;
    }

    @Override
    public void close() {
        client.close();
        vertx.close();
    }
}
