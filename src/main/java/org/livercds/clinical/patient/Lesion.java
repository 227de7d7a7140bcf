package org.livercds.clinical.patient;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
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
 * @param treatments completed ones of this lesion, or of the whole liver
 * @param evidence the measurements used
 */
public record Lesion(
        LesionKey key,
        Fact<SizeRange> size,
        Optional<ChartDate> measured,
        boolean certainlyInLiver,
        List<Evidence> treatments,
        List<Evidence> evidence) {
    private static final BigDecimal LARGER_THAN_ANY = SizeRange.PLAUSIBLE_UP_TO.add(BigDecimal.ONE);

    public Lesion {
        requireNonNull(key, "key");
        requireNonNull(size, "size");
        requireNonNull(measured, "measured");
        treatments = List.copyOf(treatments);
        evidence = List.copyOf(evidence);
    }

    public boolean isTreatedSince() {
        return size.isUnknownBecause(Fact.Reason.TREATED_SINCE);
    }

    /** Treated since its measurement its size is unknown; treated before or since it is no untreated lesion. */
    Lesion after(List<Treatment> treatments) {
        List<Evidence> done = new ArrayList<>();
        boolean since = false;
        for (Treatment treatment : treatments) {
            if (treatment.target().includes(this)) {
                done.add(treatment.evidence());
                since |= treatment.mayFollow(measured);
            }
        }
        Fact<SizeRange> now = since ? Fact.unknown(Fact.Reason.TREATED_SINCE, evidence) : size;
        return new Lesion(key, now, measured, certainlyInLiver, done, evidence);
    }

    /** What the size cannot exceed, in mm; a lesion of unknown size counts as the largest. */
    BigDecimal atMost() {
        return size.value().flatMap(range -> range.millimetres().high()).orElse(LARGER_THAN_ANY);
    }

    boolean isResolved() {
        return size.value().filter(SizeRange::isResolved).isPresent();
    }
}
