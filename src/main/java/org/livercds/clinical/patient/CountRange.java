package org.livercds.clinical.patient;

import java.util.OptionalInt;
import org.livercds.clinical.Truth;

/**
 * How many live liver lesions there are.
 *
 * @param low at least so many
 * @param high at most so many, empty without an upper end
 * @param open nobody has said that these are all; "innumerable" has no upper end and is not open
 */
public record CountRange(int low, OptionalInt high, boolean open) {
    public CountRange {
        if (low < 0 || high.isPresent() && high.getAsInt() < low) {
            throw new IllegalArgumentException("No count from " + low + " to " + high);
        }
    }

    public static CountRange exactly(int count) {
        return new CountRange(count, OptionalInt.of(count), false);
    }

    public static CountRange atLeast(int count) {
        return new CountRange(count, OptionalInt.empty(), true);
    }

    public static CountRange moreThan(int count) {
        return new CountRange(count + 1, OptionalInt.empty(), false);
    }

    public Truth isAtMost(int limit) {
        if (low > limit) {
            return Truth.NOT_MET;
        }
        return high.isPresent() && high.getAsInt() <= limit ? Truth.MET : Truth.UNKNOWN;
    }
}
