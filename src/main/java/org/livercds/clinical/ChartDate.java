package org.livercds.clinical;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * A date of the chart, as precise as it was recorded: {@code 2026-11} is the days from the 1st to the 30th.
 * The oldest possible day decides about age, any overlap about "on or after".
 */
public record ChartDate(LocalDate earliest, LocalDate latest) {
    public ChartDate {
        requireNonNull(earliest, "earliest");
        requireNonNull(latest, "latest");
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException("A date ends before it begins");
        }
    }

    public static ChartDate of(LocalDate day) {
        return new ChartDate(day, day);
    }

    public boolean isFuture(LocalDate asOf) {
        return earliest.isAfter(asOf);
    }

    /** Exactly {@code days} old is not older. */
    public boolean isOlderThan(int days, LocalDate asOf) {
        return earliest.isBefore(asOf.minusDays(days));
    }

    public boolean isPossiblyOnOrAfter(ChartDate other) {
        return !latest.isBefore(other.earliest);
    }

    public boolean isCertainlyBefore(ChartDate other) {
        return latest.isBefore(other.earliest);
    }
}
