package org.livercds.cli.screen;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Writes on a thread of its own, one piece behind who gives it; what fails is told with the next piece, or at the end. */
final class WriteBehind implements AutoCloseable {

    private final ExecutorService writer = Executors.newSingleThreadExecutor();
    private Future<Void> last = CompletableFuture.completedFuture(null);

    /** One piece. */
    interface Piece {
        void write() throws SQLException;
    }

    /** Waits until the piece before is written. */
    void write(Piece piece) throws IOException, SQLException, ScreenException {
        InOrder.result(last);
        last = writer.submit(() -> {
            piece.write();
            return null;
        });
    }

    /** Waits for the last. */
    @Override
    public void close() throws IOException, SQLException, ScreenException {
        writer.shutdown();
        InOrder.result(last);
    }
}
