package org.livercds.clinical.guideline;

import java.util.List;
import org.livercds.clinical.Evidence;

/** Something to check before any option is followed, and the chart entries that say so. */
public record Caution(CautionId id, List<Evidence> evidence) {
    public Caution {
        evidence = List.copyOf(evidence);
    }
}
