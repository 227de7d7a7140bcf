package org.livercds.cli.screen;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads on a thread of its own, some pieces ahead of who works on them. */
final class ReadAhead<T> implements InOrder.Source<T>, AutoCloseable {

    private static final int PIECES = 32;

    private final InOrder.Source<T> source;
    private final ExecutorService reader = Executors.newSingleThreadExecutor();
    private final Deque<Future<Optional<T>>> ahead = new ArrayDeque<>();

    /** @param source gives nothing for good once it gave nothing */
    ReadAhead(InOrder.Source<T> source) {
        this.source = source;
    }

    @Override
    public Optional<T> next() throws IOException, SQLException, ScreenException {
        while (ahead.size() < PIECES) {
            ahead.add(reader.submit(source::next));
        }
        return InOrder.result(ahead.remove());
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
