package org.livercds.clinical.patient;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Evidence;

/**
 * A systemic therapy that was prescribed or taken, now or before: for the course of the disease, never for a criterion.
 *
 * @param drug the ingredient as the value sets call it
 * @param date when it was prescribed, or from when to when it was taken
 */
public record Therapy(String drug, State state, Optional<ChartDate> date, Evidence evidence) {
    public Therapy {
        requireNonNull(drug, "drug");
        requireNonNull(state, "state");
        requireNonNull(date, "date");
        requireNonNull(evidence, "evidence");
    }

    /** What the chart says of it. */
    public enum State {
        PRESCRIBED,
        PRESCRIPTION_ENDED,
        TAKEN,
        TAKING_ENDED
    }
}
