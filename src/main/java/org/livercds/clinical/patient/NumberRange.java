package org.livercds.clinical.patient;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import org.livercds.clinical.Truth;

/**
 * A number as exactly as the chart gives it: a point, "less than 30", or 20 to 40. Never rounded.
 *
 * @param low never below; not reached where {@code lowOpen}
 * @param high never above, empty without an upper end; not reached where {@code highOpen}
 */
public record NumberRange(BigDecimal low, boolean lowOpen, Optional<BigDecimal> high, boolean highOpen) {
    public NumberRange {
        low = requireNonNull(low, "low").stripTrailingZeros();
        high = high.map(BigDecimal::stripTrailingZeros);
        if (high.isPresent() && high.get().compareTo(low) < 0) {
            throw new IllegalArgumentException("A range ends below its beginning");
        }
    }

    public static NumberRange exactly(BigDecimal value) {
        return between(value, value);
    }

    public static NumberRange between(BigDecimal low, BigDecimal high) {
        return new NumberRange(low, false, Optional.of(high), false);
    }

    /** From 0 up to the bound; the bound itself belongs to it unless {@code open}. */
    public static NumberRange upTo(BigDecimal bound, boolean open) {
        return new NumberRange(BigDecimal.ZERO, false, Optional.of(bound), open);
    }

    public static NumberRange from(BigDecimal bound, boolean open) {
        return new NumberRange(bound, open, Optional.empty(), false);
    }

    public Truth isBelow(BigDecimal limit) {
        int top = high.isPresent() ? high.get().compareTo(limit) : 1;
        if (top < 0 || top == 0 && highOpen) {
            return Truth.MET;
        }
        return low.compareTo(limit) >= 0 ? Truth.NOT_MET : Truth.UNKNOWN;
    }

    public Truth isAbove(BigDecimal limit) {
        int bottom = low.compareTo(limit);
        if (bottom > 0 || bottom == 0 && lowOpen) {
            return Truth.MET;
        }
        return high.isPresent() && high.get().compareTo(limit) <= 0 ? Truth.NOT_MET : Truth.UNKNOWN;
    }

    public boolean isExactly(BigDecimal value) {
        return low.compareTo(value) == 0 && high.isPresent() && high.get().compareTo(value) == 0;
    }

    public NumberRange times(BigDecimal factor) {
        return new NumberRange(low.multiply(factor), lowOpen, high.map(end -> end.multiply(factor)), highOpen);
    }

    /** The smallest range that holds both. */
    public NumberRange span(NumberRange other) {
        int bottoms = low.compareTo(other.low);
        boolean opensBelow = bottoms == 0 ? lowOpen && other.lowOpen : bottoms < 0 ? lowOpen : other.lowOpen;
        if (high.isEmpty() || other.high.isEmpty()) {
            return new NumberRange(low.min(other.low), opensBelow, Optional.empty(), false);
        }
        int tops = high.get().compareTo(other.high.get());
        boolean opensAbove = tops == 0 ? highOpen && other.highOpen : tops > 0 ? highOpen : other.highOpen;
        return new NumberRange(
                low.min(other.low), opensBelow, Optional.of(high.get().max(other.high.get())), opensAbove);
    }

    /** The larger of two numbers of which only ranges are known. */
    public NumberRange largest(NumberRange other) {
        int bottoms = low.compareTo(other.low);
        boolean opensBelow = bottoms == 0 ? lowOpen || other.lowOpen : bottoms > 0 ? lowOpen : other.lowOpen;
        if (high.isEmpty() || other.high.isEmpty()) {
            return new NumberRange(low.max(other.low), opensBelow, Optional.empty(), false);
        }
        int tops = high.get().compareTo(other.high.get());
        boolean opensAbove = tops == 0 ? highOpen && other.highOpen : tops > 0 ? highOpen : other.highOpen;
        return new NumberRange(
                low.max(other.low), opensBelow, Optional.of(high.get().max(other.high.get())), opensAbove);
    }

    /** How far the two lie apart; 0 where they touch. */
    public BigDecimal gap(NumberRange other) {
        BigDecimal above = other.high.map(low::subtract).orElse(BigDecimal.ZERO);
        BigDecimal below = high.map(other.low::subtract).orElse(BigDecimal.ZERO);
        return above.max(below).max(BigDecimal.ZERO);
    }

    /** A point, {@code 20..28}, or with one end {@code <30}, {@code <=30}, {@code >20}, {@code >=20}. */
    public String plain() {
        String bottom = low.toPlainString();
        if (high.isEmpty()) {
            return (lowOpen ? ">" : ">=") + bottom;
        }
        String top = high.get().toPlainString();
        if (isExactly(low)) {
            return bottom;
        }
        return low.signum() == 0 ? (highOpen ? "<" : "<=") + top : bottom + ".." + top;
    }
}
