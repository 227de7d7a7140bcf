package org.livercds.clinical.patient;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Truth;

/**
 * One measurement of one lesion.
 *
 * @param size unknown with the reason UNREADABLE where value or unit cannot be used
 * @param implausible a value that no liver lesion can have: negative, or over 300 mm
 * @param inLiver whether the measured thing is in the liver
 * @param benign linked to a benign condition
 */
public record Measurement(
        LesionKey key,
        Optional<ChartDate> date,
        Fact<SizeRange> size,
        boolean implausible,
        Truth inLiver,
        boolean benign,
        Evidence evidence) {
    public Measurement {
        requireNonNull(key, "key");
        requireNonNull(date, "date");
        requireNonNull(size, "size");
        requireNonNull(inLiver, "inLiver");
        requireNonNull(evidence, "evidence");
    }

    /** A measurement of the future, or of no date, is set aside. */
    boolean isDated(LocalDate asOf) {
        return date.filter(day -> !day.isFuture(asOf)).isPresent();
    }

    LocalDate day() {
        return date.orElseThrow().earliest();
    }

    LocalDate lastDay() {
        return date.orElseThrow().latest();
    }

    Measurement inLiver(Truth truth) {
        return new Measurement(key, date, size, implausible, truth, benign, evidence);
    }
}
