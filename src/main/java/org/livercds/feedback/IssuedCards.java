package org.livercds.feedback;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jboss.logging.Logger;

/**
 * The cards that were shown, on their way to where they are kept: a bounded queue and one thread that writes. A call
 * only puts its cards into it and never waits; where it is full, or they cannot be kept, they are dropped and counted. A
 * card that is not there is never held back.
 */
public final class IssuedCards {

    private static final Logger LOG = Logger.getLogger(IssuedCards.class);
    private static final int BATCH = 200;
    private static final long LOOKS_EVERY = 100;

    private final IssuedCardLog log;
    private final Duration patience;
    private final BlockingQueue<IssuedCard> queue;
    private final Counter dropped;
    private final Thread writer = new Thread(this::work, "issued-cards");
    private volatile boolean closing;
    private volatile boolean over;
    private boolean failing;

    /**
     * @param capacity of the queue
     * @param patience how long closing may take
     */
    public IssuedCards(IssuedCardLog log, int capacity, Duration patience, MeterRegistry metrics) {
        this.log = log;
        this.patience = patience;
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.dropped = Counter.builder("livercds.feedback.issued.dropped")
                .description("Cards that were shown and could not be remembered")
                .register(metrics);
        writer.setDaemon(true);
        writer.start();
    }

    public void add(List<IssuedCard> cards) {
        for (IssuedCard card : cards) {
            if (closing || !queue.offer(card)) {
                dropped.increment();
            }
        }
    }

    /** What is in the queue is written first, if that does not take too long. */
    public void close() throws InterruptedException {
        closing = true;
        writer.join(patience.toMillis());
        over = true;
        writer.interrupt();
        writer.join(LOOKS_EVERY);
        dropped.increment(queue.size());
    }

    private void work() {
        try {
            while (!over && (!closing || !queue.isEmpty())) {
                IssuedCard first = queue.poll(LOOKS_EVERY, MILLISECONDS);
                if (first != null) {
                    List<IssuedCard> batch = new ArrayList<>(List.of(first));
                    queue.drainTo(batch, BATCH - 1);
                    write(batch);
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever goes wrong with one batch, the next is tried. */
    private void write(List<IssuedCard> batch) {
        try {
            log.append(batch);
            failing = false;
        } catch (SQLException | RuntimeException failed) {
            dropped.increment(batch.size());
            if (!failing) {
                LOG.errorf(
                        "Which cards were shown cannot be kept (%s): repeats of them are not recognised."
                                + " livercds_feedback_issued_dropped_total counts them.",
                        failed.getClass().getSimpleName());
            }
            failing = true;
        }
    }
}
