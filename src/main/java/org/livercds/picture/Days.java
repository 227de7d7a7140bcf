package org.livercds.picture;

import java.time.LocalDate;

/** A day, or the days among which it is, or through which something went on. */
public record Days(LocalDate from, LocalDate to) {
    public Days {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("Days end before they begin");
        }
    }

    boolean isOne() {
        return from.equals(to);
    }
}
