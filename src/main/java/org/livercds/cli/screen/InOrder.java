package org.livercds.cli.screen;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Work on many threads whose results are taken on this one, in the order in which the work came. */
final class InOrder implements AutoCloseable {

    /** So many pieces wait for each thread. */
    private static final int AHEAD = 2;

    private final ExecutorService threads;
    private final int most;

    InOrder(int threads) {
        this.threads = Executors.newFixedThreadPool(threads);
        this.most = threads * AHEAD + 1;
    }

    /** Where work comes from; empty at the end. */
    interface Source<T> {
        Optional<T> next() throws IOException, SQLException, ScreenException;
    }

    /** Where results go. */
    interface Sink<R> {
        void take(R result) throws IOException, SQLException, ScreenException;
    }

    <T, R> void run(Source<T> source, Function<T, R> work, Sink<R> sink)
            throws IOException, SQLException, ScreenException {
        Deque<Future<R>> begun = new ArrayDeque<>();
        Optional<T> next = source.next();
        while (next.isPresent() || !begun.isEmpty()) {
            while (next.isPresent() && begun.size() < most) {
                T piece = next.get();
                begun.add(threads.submit(() -> work.apply(piece)));
                next = source.next();
            }
            sink.take(result(begun.remove()));
        }
    }

    private static <R> R result(Future<R> done) {
        try {
            return done.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
