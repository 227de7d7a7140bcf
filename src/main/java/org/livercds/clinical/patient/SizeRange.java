package org.livercds.clinical.patient;

import java.math.BigDecimal;
import org.livercds.clinical.Truth;

/**
 * The longest diameter of a lesion in millimetres (UCUM {@code mm}): a point or a range, exact, never rounded.
 * 0 mm means that the lesion is no longer seen.
 */
public record SizeRange(NumberRange millimetres) {

    /** Larger is no liver lesion but a mistake of the chart. Exactly 300 mm is accepted. */
    public static final BigDecimal PLAUSIBLE_UP_TO = new BigDecimal("300");

    private static final BigDecimal APART = new BigDecimal("5");

    public static SizeRange exactly(String millimetres) {
        return new SizeRange(NumberRange.exactly(new BigDecimal(millimetres)));
    }

    /** Smaller than the limit, strictly: 30 mm is not below 30 mm. */
    public Truth isBelow(BigDecimal limit) {
        return millimetres.isBelow(limit);
    }

    public boolean isExactly(BigDecimal value) {
        return millimetres.isExactly(value);
    }

    public boolean isResolved() {
        return isExactly(BigDecimal.ZERO);
    }

    /** Two values of one day more than 5 mm apart contradict each other. */
    public boolean isApartFrom(SizeRange other) {
        return millimetres.gap(other.millimetres).compareTo(APART) > 0;
    }

    public SizeRange largest(SizeRange other) {
        return new SizeRange(millimetres.largest(other.millimetres));
    }

    public SizeRange span(SizeRange other) {
        return new SizeRange(millimetres.span(other.millimetres));
    }
}
