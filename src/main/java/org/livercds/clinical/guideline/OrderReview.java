package org.livercds.clinical.guideline;

import java.util.List;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Citation;

/**
 * Why a treatment that somebody orders is not plainly what the guideline offers.
 *
 * @param ordered the recommendation that stands for the ordered treatment
 * @param notMet the statements in its way
 * @param open what its criteria need and the chart does not tell, or not lately enough
 * @param fitting what is offered to this patient
 */
public record OrderReview(
        RecommendationId ordered,
        List<Citation> citations,
        List<Assessment> notMet,
        List<Assessment> open,
        List<Recommendation> fitting) {
    public OrderReview {
        citations = List.copyOf(citations);
        notMet = List.copyOf(notMet);
        open = List.copyOf(open);
        fitting = List.copyOf(fitting);
    }
}
