package org.livercds.picture;

import java.util.OptionalDouble;

/** A measured value to be drawn: a point, a range, or a range without an upper end. */
public record Amount(double low, OptionalDouble high) {

    /** No axis is made for more. */
    private static final double MOST = 1e100;

    public Amount {
        double top = high.orElse(low);
        if (!(low >= 0 && top >= low && top <= MOST)) {
            throw new IllegalArgumentException("An amount must begin at 0 or above and end where it begins or above");
        }
    }

    public static Amount exactly(double value) {
        return new Amount(value, OptionalDouble.of(value));
    }

    boolean isExact() {
        return high.isPresent() && high.getAsDouble() == low;
    }

    /** The end that is known. */
    double known() {
        return high.orElse(low);
    }
}
