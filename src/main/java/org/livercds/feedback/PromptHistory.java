package org.livercds.feedback;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * A history that answers soon or not at all: no call waits longer for it than its budget. Where it is late, fails, or
 * all its threads wait for a database that hangs, it is as if there were none, and that is counted.
 */
public final class PromptHistory implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(PromptHistory.class);

    private final CardHistory history;
    private final Overriders overriders;
    private final Duration budget;
    private final Map<Miss, Counter> missed = new EnumMap<>(Miss.class);
    private final ThreadPoolExecutor threads;

    /** Why nothing was found. */
    private enum Miss {
        /** All threads wait for the database. */
        BUSY,
        LATE,
        FAILED,
        STOPPED;

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param overriders of all others nobody is asked
     * @param threads how many look-ups may be under way; further ones find nothing at once
     */
    public PromptHistory(
            CardHistory history, Overriders overriders, Duration budget, int threads, MeterRegistry metrics) {
        this.history = history;
        this.overriders = overriders;
        this.budget = budget;
        for (Miss miss : Miss.values()) {
            missed.put(miss, metrics.counter("livercds.feedback.history.missed", "why", miss.label()));
        }
        this.threads = new ThreadPoolExecutor(
                0, threads, 30, SECONDS, new SynchronousQueue<>(), new DefaultThreadFactory("card-history", true));
    }

    /** As {@link CardHistory#overridden}, or nothing. */
    public List<IssuedCard> overridden(String tenant, List<Reader> readers, Instant since) {
        if (!overriders.mayHave(readers, since)) {
            return List.of();
        }
        Future<List<IssuedCard>> found;
        try {
            found = threads.submit(() -> history.overridden(tenant, readers, since));
        } catch (RejectedExecutionException busy) {
            return missed(Miss.BUSY);
        }
        try {
            return found.get(budget.toNanos(), NANOSECONDS);
        } catch (TimeoutException late) {
            found.cancel(true);
            return missed(Miss.LATE);
        } catch (ExecutionException failed) {
            LOG.debugf(
                    "The history of cards cannot be read (%s)",
                    failed.getCause().getClass());
            return missed(Miss.FAILED);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return missed(Miss.STOPPED);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private List<IssuedCard> missed(Miss why) {
        missed.get(why).increment();
        return List.of();
    }
}
