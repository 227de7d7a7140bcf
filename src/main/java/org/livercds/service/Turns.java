package org.livercds.service;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.livercds.fhir.Idle;

/**
 * Calls take turns: twice as many as there are processors are worked on, the others wait until it is their turn, in the
 * order in which they came. So those that are begun are soon done, and the threads that read and refuse calls get the
 * processor when they need it. A call that waits for a FHIR server, a database or memory gives its turn away, and works on
 * as soon as it has what it waited for.
 */
@Singleton
public final class Turns implements Idle {

    private static final int FOR_A_PROCESSOR = 2;

    private static final Duration BURST = Duration.ofSeconds(1);
    private static final int LASTING = 5;

    /** For each place. */
    private static final int FEW = 8;

    /** Calls that stand in no line, one after the other: under overload there are not so many. */
    private static final int SEVERAL = 8;

    /** Of how many calls, about, the mean is. */
    private static final int REMEMBERED = 32;

    private final int places;
    private final Line line;
    private final AtomicInteger away = new AtomicInteger();
    private final ThreadLocal<Turn> working = new ThreadLocal<>();
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

    /**
     * Nobody sleeps.
     *
     * @param begins is told at once, or by the thread that ends the turn of another; it does not work itself
     */
    public void next(Consumer<Turn> begins) {
        line.stand(() -> begins.accept(new Turn()));
    }

    /** Sleeps until it is this thread's turn, unless it works in one. */
    public <T> T take(Work<T> work) throws IOException {
        if (working.get() != null) {
            return work.done();
        }
        CompletableFuture<Turn> turn = new CompletableFuture<>();
        next(turn::complete);
        return turn.join().during(work);
    }

    /**
     * Whether a call that comes now would wait too long. A burst may be worked off; where it has gone on for a second,
     * calls come faster than they are worked on, and no more wait than keep the processors at work: a longer line would
     * make all of them late, and none of them more.
     *
     * @param inside how many are there, wherever they are: most of a burst have not come as far as the line
     * @param longest for a burst; a fifth of it where a line lasts, unless few stand in it
     */
    public boolean isLong(int inside, Duration longest) {
        boolean lasts = before(inside) > FEW * places && line.crowded().compareTo(BURST) > 0;
        return expectedWait(inside).toNanos() > longest.toNanos() / (lasts ? LASTING : 1);
    }

    Duration expectedWait(int inside) {
        return Duration.ofNanos((long) (before(inside) * meanNanos / places));
    }

    private int before(int inside) {
        return Math.max(0, inside - away.get() - places);
    }

    @Override
    public void begins() {
        Turn turn = working.get();
        if (turn != null) {
            away.incrementAndGet();
            turn.isAway();
            line.leave();
        }
    }

    @Override
    public void ends() {
        Turn turn = working.get();
        if (turn != null) {
            line.takeAtOnce();
            turn.isBack();
            away.decrementAndGet();
        }
    }

    /** A place at a processor, from when it was given until it is given back. */
    public final class Turn {

        private long since = System.nanoTime();
        private long worked;
        private boolean used;
        private boolean over;

        private Turn() {}

        /** Works in it, and gives it back. */
        public <T> T during(Work<T> work) throws IOException {
            isUsed();
            working.set(this);
            try {
                return work.done();
            } finally {
                working.remove();
                end(true);
            }
        }

        /** Gives it back if no thread has begun to work in it. */
        public void endUnused() {
            end(false);
        }

        private void end(boolean after) {
            synchronized (this) {
                if (over || used != after) {
                    return;
                }
                over = true;
                isAway();
                meanNanos += (worked - meanNanos) / REMEMBERED;
            }
            line.leave();
        }

        private synchronized void isUsed() {
            if (over) {
                over = false;
                line.takeAtOnce();
                isBack();
            }
            used = true;
        }

        private void isAway() {
            worked += System.nanoTime() - since;
        }

        private void isBack() {
            since = System.nanoTime();
        }
    }

    private static final class Line {

        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int free;
        private long crowdedSince;
        private long emptySince;
        private int atOnce;

        private Line(int places) {
            this.free = places;
        }

        private void stand(Runnable begins) {
            synchronized (this) {
                if (free <= 0) {
                    crowdedSince = goesOn() ? crowdedSince : System.nanoTime();
                    atOnce = 0;
                    waiting.add(begins);
                    return;
                }
                atOnce++;
                free--;
            }
            begins.run();
        }

        private void leave() {
            Runnable next;
            synchronized (this) {
                free++;
                if (free <= 0 || waiting.isEmpty()) {
                    return;
                }
                next = waiting.remove();
                emptySince = System.nanoTime();
                free--;
            }
            next.run();
        }

        /** For how long there has been somebody in it: in one that has lasted, a moment without is none. */
        private synchronized Duration crowded() {
            return goesOn() ? Duration.ofNanos(System.nanoTime() - crowdedSince) : Duration.ZERO;
        }

        private boolean goesOn() {
            boolean lasted = emptySince - crowdedSince > BURST.toNanos();
            boolean empty = atOnce >= SEVERAL || System.nanoTime() - emptySince >= BURST.toNanos();
            return !waiting.isEmpty() || lasted && !empty;
        }

        /** Who was inside does not stand in line again; one of those to come waits longer. */
        private synchronized void takeAtOnce() {
            free--;
        }
    }
}
