package org.livercds.feedback;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Answers and their cards, on their way to where they are kept: a bounded queue and one thread that writes. A call only
 * puts its answer into it and never waits; where it is full, or answers cannot be kept, they are dropped and counted. A
 * card that is not there is never held back. What comes within a moment is written together: to reach the disk costs far
 * more than to write a row.
 */
public final class IssuedCards {

    private static final Logger LOG = Logger.getLogger(IssuedCards.class);
    private static final int LARGEST = 500;
    private static final long LOOKS_EVERY = 100;

    private final IssuedCardLog log;
    private final Duration gathering;
    private final Duration patience;
    private final BlockingQueue<Answered> queue;
    private final Semaphore hurry = new Semaphore(0);
    private final Counter dropped;
    private final Thread writer = new Thread(this::work, "issued-cards");
    private volatile boolean closing;
    private volatile boolean over;
    private boolean failing;

    /**
     * @param capacity of the queue
     * @param gathering how long an answer waits for others
     * @param patience how long closing may take
     */
    public IssuedCards(IssuedCardLog log, int capacity, Duration gathering, Duration patience, MeterRegistry metrics) {
        this.log = log;
        this.gathering = gathering;
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
        } else if (queue.size() >= LARGEST) {
            hurry();
        }
    }

    /** Somebody may soon ask for the cards that are on their way: they wait for no others. */
    public void hurry() {
        hurry.release();
    }

    /** What is in the queue is written first, if that does not take too long. */
    public void close() throws InterruptedException {
        closing = true;
        hurry();
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
        Answered first = queue.poll(LOOKS_EVERY, MILLISECONDS);
        if (first != null) {
            batch.add(first);
            waitForOthers();
            queue.drainTo(batch, LARGEST - 1);
        }
        return batch;
    }

    private void waitForOthers() throws InterruptedException {
        boolean hurried = closing || queue.size() >= LARGEST || hurry.tryAcquire(gathering.toNanos(), NANOSECONDS);
        if (hurried) {
            hurry.drainPermits();
        }
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
