package org.livercds.clinical.patient;

import static java.util.Objects.requireNonNull;

import org.livercds.clinical.Evidence;

/**
 * A drug that the patient takes.
 *
 * @param coded known by its code; one known by name only is enough for a caution, never for a yes
 */
public record Drug(Kind kind, boolean coded, Evidence evidence) {
    public Drug {
        requireNonNull(kind, "kind");
        requireNonNull(evidence, "evidence");
    }

    /** What the criteria ask for. */
    public enum Kind {
        /** Against liver cancer, as NCI lists them. */
        SYSTEMIC_THERAPY,
        ANTICOAGULANT
    }
}
