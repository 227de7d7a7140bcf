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
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Answers and their cards, on their way to where they are kept: a bounded queue and one thread that writes. A call only
 * puts its answer into it and never waits; where it is full, or answers cannot be kept, they are dropped and counted. A
 * card that is not there is never held back. Answers without a card are only counted, and wait a while for others.
 */
public final class IssuedCards {

    private static final Logger LOG = Logger.getLogger(IssuedCards.class);
    private static final int BATCH = 200;
    private static final int SILENT_BATCH = 5_000;
    private static final long LOOKS_EVERY = 100;
    private static final long SILENT_WAIT = TimeUnit.SECONDS.toNanos(1);

    private final IssuedCardLog log;
    private final Duration patience;
    private final BlockingQueue<Answered> queue;
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
                .description("Answers that could not be remembered")
                .register(metrics);
        writer.setDaemon(true);
        writer.start();
    }

    public void add(Answered answer) {
        if (closing || !queue.offer(answer)) {
            dropped.increment();
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
                List<Answered> batch = next();
                if (!batch.isEmpty()) {
                    write(batch);
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Answered> next() throws InterruptedException {
        List<Answered> batch = new ArrayList<>();
        long begun = System.nanoTime();
        boolean cards = false;
        while (!cards && !over && batch.size() < SILENT_BATCH && System.nanoTime() - begun < SILENT_WAIT) {
            Answered first = queue.poll(LOOKS_EVERY, MILLISECONDS);
            if (first != null) {
                int from = batch.size();
                batch.add(first);
                queue.drainTo(batch, BATCH - 1);
                cards = batch.subList(from, batch.size()).stream()
                        .anyMatch(answer -> !answer.cards().isEmpty());
            } else if (closing) {
                return batch;
            }
        }
        return batch;
    }

    /** Whatever goes wrong with one batch, the next is tried. */
    private void write(List<Answered> batch) {
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
