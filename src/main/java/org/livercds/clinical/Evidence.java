package org.livercds.clinical;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The chart entry behind a fact, which a clinician can open and check.
 *
 * @param reference the resource, such as {@code Observation/17}
 * @param subject what it speaks of, a key for the words of the cards, such as {@code lesion-size}
 * @param value a number with its unit as recorded, or a key for the words of the cards; never free text of the chart
 * @param date when it was so
 */
public record Evidence(String reference, String subject, String value, Optional<ChartDate> date) {
    public Evidence {
        requireNonNull(reference, "reference");
        requireNonNull(subject, "subject");
        requireNonNull(value, "value");
        requireNonNull(date, "date");
    }
}
