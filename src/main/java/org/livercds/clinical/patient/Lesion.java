package org.livercds.clinical.patient;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;

/**
 * A live lesion: seen at its latest measurement, malignant or suspicious.
 *
 * @param size at the latest measurement; unknown where that cannot be used, or where it was treated since
 * @param measured the day of the latest measurement
 * @param certainlyInLiver false where the chart does not say what organ was measured; its size is then unknown
 * @param evidence the measurements used
 */
public record Lesion(
        LesionKey key,
        Fact<SizeRange> size,
        Optional<ChartDate> measured,
        boolean certainlyInLiver,
        List<Evidence> evidence) {
    public Lesion {
        requireNonNull(key, "key");
        requireNonNull(size, "size");
        requireNonNull(measured, "measured");
        evidence = List.copyOf(evidence);
    }

    public boolean isTreatedSince() {
        return size.isUnknownBecause(Fact.Reason.TREATED_SINCE);
    }

    Lesion treated() {
        return new Lesion(key, Fact.unknown(Fact.Reason.TREATED_SINCE, evidence), measured, certainlyInLiver, evidence);
    }

    boolean isResolved() {
        return size.value().filter(SizeRange::isResolved).isPresent();
    }
}
