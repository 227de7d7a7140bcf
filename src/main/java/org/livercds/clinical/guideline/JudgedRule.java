package org.livercds.clinical.guideline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Citation;
import org.livercds.clinical.patient.DiseaseKind;

/**
 * A rule with everything that it asked of one chart, whatever came of it.
 *
 * @param kinds the patients it is for
 * @param status what it offers, empty where it offers nothing
 * @param rungs what it asked; nothing of a patient that it is not for
 */
public record JudgedRule(
        RecommendationId id,
        Set<DiseaseKind> kinds,
        Optional<Status> status,
        List<Citation> citations,
        List<Rung> rungs) {
    public JudgedRule {
        kinds = Set.copyOf(kinds);
        citations = List.copyOf(citations);
        rungs = List.copyOf(rungs);
    }

    /** One criterion of the rule, and what the chart says to it. */
    public record Rung(Role role, Assessment assessment) {}

    /** What a criterion does to its rule. */
    public enum Role {
        /** NOT_MET makes the recommendation absent, UNKNOWN conditional. */
        REQUIRED,
        /** MET makes it absent. */
        BLOCKING,
        /** MET makes it conditional. */
        LIMITING,
        /** Told beside it; decides nothing. */
        SHOWN
    }
}
