package org.livercds.clinical.guideline;

import java.util.List;
import org.livercds.clinical.Assessment;

/** An option that a rule has for this kind of patient and not for this patient, and every statement in its way. */
public record Withheld(RecommendationId id, List<Assessment> obstacles) {
    public Withheld {
        obstacles = List.copyOf(obstacles);
    }
}
