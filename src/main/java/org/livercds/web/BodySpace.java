package org.livercds.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;
import org.livercds.service.Turns;

/**
 * How much of the heap bodies may take that are read and worked on, all together. A body that finds no space waits in its
 * connection, unread, and those behind it wait too: large ones are not overtaken for ever.
 */
@Singleton
public final class BodySpace {

    /** A byte of a body costs this many of the heap until its answer is written, as a tree and as resources. */
    private static final int HEAP_FOR_A_BYTE = 40;

    private static final int KILOBYTE = 1024;
    private static final long WAIT_SECONDS = 2;
    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private final int all;
    private final Semaphore kilobytes;
    private final Turns turns;

    @Inject
    BodySpace(Turns turns) {
        this(Runtime.getRuntime().maxMemory(), turns);
    }

    BodySpace(long heap, Turns turns) {
        this.turns = turns;
        this.all = (int) Math.max(1, heap / HEAP_FOR_A_BYTE / KILOBYTE);
        this.kilobytes = new Semaphore(all, true);
    }

    /** What is done with a body. */
    interface Work {
        Response answer() throws IOException;
    }

    /** @throws RefusedException where there is none within two seconds */
    Response during(HttpHeaders headers, Work work) throws IOException {
        int needed = (int) Math.min(all, 1 + length(headers) / KILOBYTE);
        take(needed);
        try {
            return work.answer();
        } finally {
            kilobytes.release(needed);
        }
    }

    private void take(int needed) {
        try {
            // those who have the space need turns to give it back
            if (!kilobytes.tryAcquire(needed, 0, TimeUnit.SECONDS)
                    && !turns.waitFor(() -> kilobytes.tryAcquire(needed, WAIT_SECONDS, TimeUnit.SECONDS))) {
                throw new RefusedException(Refusal.BUSY, COME_AGAIN);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RefusedException(Refusal.BUSY, COME_AGAIN);
        }
    }

    /** The largest there is where the client does not say. */
    private static long length(HttpHeaders headers) {
        String length = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return length == null
                ? CdsServicesResource.LARGEST_BODY
                : Math.min(Long.parseLong(length), CdsServicesResource.LARGEST_BODY);
    }
}
