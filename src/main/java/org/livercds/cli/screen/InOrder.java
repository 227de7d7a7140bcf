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

    private final ExecutorService threads;
    private final int number;

    InOrder(int threads) {
        this.threads = Executors.newFixedThreadPool(threads);
        this.number = threads;
    }

    /** Where work comes from; empty at the end. */
    interface Source<T> {
        Optional<T> next() throws IOException, SQLException, ScreenException;
    }

    /** Where results go. */
    interface Sink<R> {
        void take(R result) throws IOException, SQLException, ScreenException;
    }

    /** @param ahead so many pieces wait for each thread */
    <T, R> void run(int ahead, Source<T> source, Function<T, R> work, Sink<R> sink)
            throws IOException, SQLException, ScreenException {
        Deque<Future<R>> begun = new ArrayDeque<>();
        Optional<T> next = source.next();
        while (next.isPresent() || !begun.isEmpty()) {
            while (next.isPresent() && begun.size() <= ahead * number) {
                T piece = next.get();
                begun.add(threads.submit(() -> work.apply(piece)));
                next = source.next();
            }
            sink.take(result(begun.remove()));
        }
    }

    /** What a thread did, or why it could not. */
    static <R> R result(Future<R> done) throws IOException, SQLException, ScreenException {
        try {
            return done.get();
        } catch (ExecutionException failed) {
            Throwable why = failed.getCause();
            if (why instanceof IOException unreadable) {
                throw unreadable;
            }
            if (why instanceof SQLException unkept) {
                throw unkept;
            }
            if (why instanceof ScreenException refused) {
                throw refused;
            }
            throw nameless(why);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Where it happened, and no word of a message: that may quote the export. */
    private static IllegalStateException nameless(Throwable why) {
        IllegalStateException told = new IllegalStateException(why.getClass().getName());
        told.setStackTrace(why.getStackTrace());
        return told;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
