package org.livercds.service;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.livercds.fhir.Idle;

/**
 * Calls take turns: twice as many as there are processors are worked on, the others sleep until it is their turn, in the
 * order in which they came. So those that are begun are soon done, and the threads that read and refuse calls get the
 * processor when they need it. A call that waits for a FHIR server gives its turn away, and works on as soon as it has
 * its answer.
 */
@Singleton
public final class Turns implements Idle {

    private static final int FOR_A_PROCESSOR = 2;

    /** Of how many calls, about, the mean is. */
    private static final int REMEMBERED = 32;

    private final int places;
    private final Line line;
    private final AtomicInteger away = new AtomicInteger();
    private final ThreadLocal<Turn> turns = ThreadLocal.withInitial(Turn::new);
    private volatile double meanNanos;

    Turns() {
        this(FOR_A_PROCESSOR * Runtime.getRuntime().availableProcessors());
    }

    /** @param places how many are worked on at once */
    public Turns(int places) {
        this.places = places;
        this.line = new Line(places);
    }

    /** What is done in a turn. */
    public interface Work<T> {
        T done() throws IOException;
    }

    public <T> T take(Work<T> work) throws IOException {
        line.acquireUninterruptibly();
        Turn turn = turns.get();
        turn.begins();
        try {
            return work.done();
        } finally {
            line.release();
            meanNanos += (turn.ends() - meanNanos) / REMEMBERED;
        }
    }

    /**
     * How long a call that comes now will sleep.
     *
     * @param inside how many are there, wherever they are: most of a burst have not come as far as the line
     */
    public Duration expectedWait(int inside) {
        int before = Math.max(0, inside - away.get() - places);
        return Duration.ofNanos((long) (before * meanNanos / places));
    }

    @Override
    public void begins() {
        away.incrementAndGet();
        turns.get().isAway();
        line.release();
    }

    @Override
    public void ends() {
        line.takeAtOnce();
        turns.get().isBack();
        away.decrementAndGet();
    }

    /** How long a thread works. */
    private static final class Turn {

        private long since;
        private long worked;

        private void begins() {
            worked = 0;
            since = System.nanoTime();
        }

        private void isAway() {
            worked += System.nanoTime() - since;
        }

        private void isBack() {
            since = System.nanoTime();
        }

        private long ends() {
            isAway();
            return worked;
        }
    }

    private static final class Line extends Semaphore {

        private static final long serialVersionUID = 1;

        private Line(int places) {
            super(places, true);
        }

        /** Who was inside does not stand in line again; one of those to come waits longer. */
        private void takeAtOnce() {
            reducePermits(1);
        }
    }
}
