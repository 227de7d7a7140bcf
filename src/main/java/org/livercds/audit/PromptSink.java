package org.livercds.audit;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.livercds.audit.AuditTrail.OnFailure;

/**
 * A sink for which no call waits longer than a moment, and none while the call before still waits in vain. Where calls go
 * on without a record, what is late is kept behind the answer, in a queue that is bounded; where they do not, late is not
 * kept.
 */
public final class PromptSink implements AuditSink {

    private static final int WRITERS = 8;
    private static final int MOST_WAITING = 1_000;
    private static final long ENDS_WITHIN = 3;
    private static final long REST = TimeUnit.SECONDS.toNanos(1);

    private final AuditSink sink;
    private final Alarm alarm;
    private final OnFailure onFailure;
    private final Duration patience;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ThreadPoolExecutor writers;
    private volatile long restUntil = System.nanoTime();

    /** @param patience how long a call waits at most */
    public PromptSink(AuditSink sink, Alarm alarm, OnFailure onFailure, Duration patience) {
        this.sink = sink;
        this.alarm = alarm;
        this.onFailure = onFailure;
        this.patience = patience;
        this.writers = new ThreadPoolExecutor(
                WRITERS,
                WRITERS,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                new DefaultThreadFactory("audit-writer", true));
        writers.allowCoreThreadTimeOut(true);
    }

    /** How many events are not kept yet. */
    public int waiting() {
        return waiting.get();
    }

    @Override
    public void append(List<String> events) throws NotKeptException {
        boolean rests = System.nanoTime() - restUntil < 0;
        if (rests && onFailure == OnFailure.REFUSE) {
            throw new NotKeptException("it takes too long");
        }
        Future<Boolean> kept = begin(events);
        if (!rests && !isKept(kept) && onFailure == OnFailure.REFUSE) {
            throw new NotKeptException("it takes longer than " + patience.toMillis() + " ms");
        }
    }

    @Override
    public void appendSurely(List<String> events) throws NotKeptException {
        sink.appendSurely(events);
    }

    private Future<Boolean> begin(List<String> events) throws NotKeptException {
        waiting.addAndGet(events.size());
        try {
            return writers.submit(() -> keep(events));
        } catch (RejectedExecutionException full) {
            waiting.addAndGet(-events.size());
            throw new NotKeptException("too many events wait for it");
        }
    }

    /** Whoever waits hears of a failure himself, if that decides about his answer. */
    private boolean keep(List<String> events) throws NotKeptException {
        try {
            sink.append(events);
        } catch (NotKeptException failed) {
            if (onFailure == OnFailure.REFUSE) {
                throw failed;
            }
            alarm.raise(failed, events.size());
        } finally {
            restUntil = System.nanoTime();
            waiting.addAndGet(-events.size());
        }
        return true;
    }

    /** @return false where that is not known in time */
    private boolean isKept(Future<Boolean> kept) throws NotKeptException {
        try {
            return kept.get(patience.toMillis(), MILLISECONDS);
        } catch (TimeoutException tooLate) {
            restUntil = System.nanoTime() + REST;
            return false;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof NotKeptException why
                    ? why
                    : new NotKeptException("unexpectedly " + failed.getCause().getClass());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void upkeep() throws NotKeptException {
        sink.upkeep();
    }

    /** What waits is kept first, if that does not take too long. */
    @Override
    public void close() {
        writers.shutdown();
        try {
            if (!writers.awaitTermination(ENDS_WITHIN, TimeUnit.SECONDS)) {
                alarm.raise(new NotKeptException("the service ends"), waiting.get());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        sink.close();
    }
}
