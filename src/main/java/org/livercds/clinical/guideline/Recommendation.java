package org.livercds.clinical.guideline;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Citation;

/**
 * An advice whose criteria are met, or could be. Never an order.
 *
 * @param because what the rule requires, and what the chart says to it
 * @param open why it is not firmer: what is unknown, and what speaks against more; the most telling first
 * @param considered what could have made it weaker and, as far as it is known, does not
 */
public record Recommendation(
        RecommendationId id,
        Status status,
        List<Citation> citations,
        List<Assessment> because,
        List<Assessment> open,
        List<Assessment> considered) {
    public Recommendation {
        requireNonNull(id, "id");
        requireNonNull(status, "status");
        citations = List.copyOf(citations);
        because = List.copyOf(because);
        open = List.copyOf(open);
        considered = List.copyOf(considered);
    }
}
