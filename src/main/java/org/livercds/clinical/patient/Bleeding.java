package org.livercds.clinical.patient;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * From where bleeding is a concern before a needle or a catheter. Commonly used limits, not statements of the sources;
 * both can be configured.
 *
 * @param inrAbove a ratio; exactly at it is no concern
 * @param plateletsBelow in 10⁹ in a litre; exactly at it is no concern
 */
public record Bleeding(BigDecimal inrAbove, BigDecimal plateletsBelow) {

    public static final Bleeding STANDARD = new Bleeding(new BigDecimal("1.8"), new BigDecimal("50"));

    public Bleeding {
        requireNonNull(inrAbove, "inrAbove");
        requireNonNull(plateletsBelow, "plateletsBelow");
        if (inrAbove.signum() <= 0 || plateletsBelow.signum() <= 0) {
            throw new IllegalArgumentException("A limit of bleeding is above 0");
        }
    }
}
