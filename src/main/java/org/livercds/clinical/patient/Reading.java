package org.livercds.clinical.patient;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Evidence;

/**
 * One recorded result of a fact.
 *
 * @param value empty where the recorded value cannot be used
 * @param date empty where none was recorded
 */
public record Reading<T>(Optional<T> value, Optional<ChartDate> date, Evidence evidence) {
    public Reading {
        requireNonNull(value, "value");
        requireNonNull(date, "date");
        requireNonNull(evidence, "evidence");
    }
}
