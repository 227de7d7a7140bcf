package org.livercds.load;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * What became of the calls of a phase, by outcome, with two clocks: from when the call was due, which is what a client
 * waits (a late generator or a full pool of connections counts too), and from when it was sent on a connection, which
 * is what the service takes. Written by the thread of the generator alone.
 */
final class Tally {

    private static final long LONGEST = 120_000_000;
    private static final Set<String> EXPECTED = Set.of(Call.GOOD, Call.REJECTED, Call.INCOMPLETE, Call.NO_DIAGNOSIS);

    /** In microseconds. */
    record Times(Histogram sinceDue, Histogram sinceSent) {}

    final String name;
    private final Map<String, Times> byOutcome = new TreeMap<>();
    private final Histogram lag = histogram();
    private final long begin = System.nanoTime();
    private final double stolenBefore = Proc.stolen();
    private long end = begin;
    private long firstGood = -1;
    private long lastPoor = -1;
    private int retries;

    Tally(String name) {
        this.name = name;
    }

    void add(String outcome, long due, long sent) {
        long now = System.nanoTime();
        Times times = byOutcome.computeIfAbsent(outcome, any -> new Times(histogram(), histogram()));
        times.sinceDue().recordValue(micros(now - due));
        times.sinceSent().recordValue(micros(now - sent));
        end = now;
        if (outcome.equals(Call.GOOD) && firstGood < 0) {
            firstGood = now - begin;
        }
        if (!outcome.equals(Call.GOOD) || now - due > 100_000_000) {
            lastPoor = Math.max(lastPoor, due - begin);
        }
    }

    /** How late the generator itself was. */
    void started(long due) {
        lag.recordValue(micros(System.nanoTime() - due));
    }

    void retried() {
        retries++;
    }

    long count(String outcome) {
        return byOutcome.containsKey(outcome)
                ? byOutcome.get(outcome).sinceDue().getTotalCount()
                : 0;
    }

    long all() {
        return byOutcome.values().stream()
                .mapToLong(times -> times.sinceDue().getTotalCount())
                .sum();
    }

    /** All that a client cannot use and that is no proper refusal. */
    Map<String, Long> errors() {
        Map<String, Long> errors = new TreeMap<>();
        byOutcome.keySet().stream()
                .filter(outcome -> !EXPECTED.contains(outcome))
                .forEach(outcome -> errors.put(outcome, count(outcome)));
        return errors;
    }

    long failed() {
        return errors().values().stream().mapToLong(Long::longValue).sum();
    }

    Times times(String outcome) {
        return byOutcome.getOrDefault(outcome, new Times(histogram(), histogram()));
    }

    /** Of all outcomes together. */
    Times times() {
        Times all = new Times(histogram(), histogram());
        byOutcome.values().forEach(times -> {
            all.sinceDue().add(times.sinceDue());
            all.sinceSent().add(times.sinceSent());
        });
        return all;
    }

    double perSecond(String outcome) {
        return count(outcome) / Math.max(1e-9, (end - begin) / 1e9);
    }

    /** Seconds from the beginning to the first good answer; negative if there was none. */
    double firstGood() {
        return firstGood / 1e9;
    }

    /** Seconds from the beginning to when the last call was due that was not answered well within 100 ms. */
    double lastPoor() {
        return Math.max(0, lastPoor / 1e9);
    }

    double lag(double percentile) {
        return lag.getValueAtPercentile(percentile) / 1_000.0;
    }

    /** Percent of a processor that the host took away since the beginning. */
    double stolen() {
        return (Proc.stolen() - stolenBefore) * 100 / ((System.nanoTime() - begin) / 1e9);
    }

    int retries() {
        return retries;
    }

    static double millis(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1_000.0;
    }

    private static long micros(long nanos) {
        return Math.min(LONGEST, Math.max(1, nanos / 1_000));
    }

    private static Histogram histogram() {
        return new Histogram(LONGEST, 3);
    }
}
