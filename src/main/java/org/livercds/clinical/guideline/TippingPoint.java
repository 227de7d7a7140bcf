package org.livercds.clinical.guideline;

import java.util.List;
import java.util.Optional;
import org.livercds.clinical.Evidence;

/**
 * A change after which the recommendation that leads would lead no longer, or less firmly.
 *
 * @param evidence what the chart says today of what would change
 * @param then how firmly it would still be offered, empty where it would not
 * @param first what would lead
 */
public record TippingPoint(Change change, List<Evidence> evidence, Optional<Status> then, RecommendationId first) {
    public TippingPoint {
        evidence = List.copyOf(evidence);
    }
}
