package org.livercds.clinical.patient;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Fact.Reason;

/**
 * The newest usable result decides; two different ones of one day contradict each other; one older than the limit
 * (exactly at the limit is current) is out of date. Results of the future, or of no date, cannot be placed.
 */
final class NewestReading {

    private NewestReading() {}

    static <T> Fact<T> of(List<Reading<T>> readings, LocalDate asOf, int limitDays, Reason ifNone) {
        if (readings.isEmpty()) {
            return Fact.unknown(ifNone, List.of());
        }
        List<Reading<T>> newest = newestDay(readings, asOf);
        if (newest.isEmpty()) {
            return Fact.unknown(Reason.UNREADABLE, evidence(readings));
        }
        if (newest.get(0).date().orElseThrow().isOlderThan(limitDays, asOf)) {
            return Fact.unknown(Reason.OUT_OF_DATE, evidence(newest));
        }
        if (newest.stream().map(Reading::value).distinct().count() > 1) {
            return Fact.unknown(Reason.CONFLICTING, evidence(newest));
        }
        return Fact.known(newest.get(0).value().orElseThrow(), evidence(newest));
    }

    /** The results of the newest day, and those recorded so vaguely that they may be of that day or later. */
    private static <T> List<Reading<T>> newestDay(List<Reading<T>> readings, LocalDate asOf) {
        List<Reading<T>> usable = readings.stream()
                .filter(reading -> reading.value().isPresent())
                .filter(reading ->
                        reading.date().filter(day -> !day.isFuture(asOf)).isPresent())
                .toList();
        LocalDate newest = usable.stream()
                .map(NewestReading::day)
                .max(Comparator.naturalOrder())
                .orElse(asOf);
        return usable.stream()
                .filter(reading -> !reading.date().orElseThrow().latest().isBefore(newest))
                .sorted(Comparator.comparing((Reading<T> reading) -> day(reading))
                        .reversed())
                .toList();
    }

    private static LocalDate day(Reading<?> reading) {
        return reading.date().orElseThrow().earliest();
    }

    private static <T> List<Evidence> evidence(List<Reading<T>> readings) {
        return readings.stream().map(Reading::evidence).toList();
    }
}
