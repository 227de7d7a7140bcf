package org.livercds.audit;

import java.util.Optional;
import org.livercds.hooks.Refusal;

/**
 * How a call ended, in the words of FHIR.
 *
 * @param code of the value set audit-event-outcome
 * @param word why, in a word of this service; empty after success
 */
record Outcome(String code, Optional<String> word) {

    static final Outcome SUCCESS = new Outcome("0", Optional.empty());

    private static final int FAILED = 500;

    /** A mistake of the call is a minor failure, one of the service a serious one. */
    static Outcome of(Refusal refusal) {
        return new Outcome(refusal.status() < FAILED ? "4" : "8", Optional.of(refusal.name()));
    }

    static Outcome refused(String word) {
        return new Outcome("4", Optional.of(word));
    }

    static Outcome of(Optional<String> problem) {
        return problem.map(Outcome::refused).orElse(SUCCESS);
    }
}
