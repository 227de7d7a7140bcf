package org.livercds.clinical.patient;

import java.time.LocalDate;
import java.util.ArrayList;
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

    private static final Comparator<Reading<?>> NEWEST_FIRST =
            Comparator.<Reading<?>, LocalDate>comparing(NewestReading::day).reversed();

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
        if (!isOfOneValue(newest)) {
            return Fact.unknown(Reason.CONFLICTING, evidence(newest));
        }
        return Fact.known(newest.get(0).value().orElseThrow(), evidence(newest));
    }

    private static <T> boolean isOfOneValue(List<Reading<T>> readings) {
        for (Reading<T> reading : readings) {
            if (!reading.value().equals(readings.get(0).value())) {
                return false;
            }
        }
        return true;
    }

    /** The results of the newest day, and those recorded so vaguely that they may be of that day or later. */
    private static <T> List<Reading<T>> newestDay(List<Reading<T>> readings, LocalDate asOf) {
        List<Reading<T>> usable = new ArrayList<>(readings.size());
        LocalDate newest = LocalDate.MIN;
        for (Reading<T> reading : readings) {
            if (isUsable(reading, asOf)) {
                usable.add(reading);
                newest = day(reading).isAfter(newest) ? day(reading) : newest;
            }
        }
        LocalDate begin = newest;
        usable.removeIf(reading -> reading.date().orElseThrow().latest().isBefore(begin));
        if (usable.size() > 1) {
            usable.sort(NEWEST_FIRST);
        }
        return usable;
    }

    private static boolean isUsable(Reading<?> reading, LocalDate asOf) {
        return reading.value().isPresent()
                && reading.date().isPresent()
                && !reading.date().get().isFuture(asOf);
    }

    private static LocalDate day(Reading<?> reading) {
        return reading.date().orElseThrow().earliest();
    }

    private static <T> List<Evidence> evidence(List<Reading<T>> readings) {
        List<Evidence> evidence = new ArrayList<>(readings.size());
        for (Reading<T> reading : readings) {
            evidence.add(reading.evidence());
        }
        return evidence;
    }
}
