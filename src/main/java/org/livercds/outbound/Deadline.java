package org.livercds.outbound;

import java.time.Duration;

/** A point in time by the monotonic clock, which no correction of the wall clock moves. */
public record Deadline(long nanoTime) {

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Never negative. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    public boolean isPast() {
        return nanoTime - System.nanoTime() <= 0;
    }
}
