package org.livercds.clinical.criteria;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.LiverChart;

/**
 * The tumours cannot be ablated.
 *
 * <p>Source: NCI-16. Population: primary and unspecified liver cancer. MET where the operator said so or the size and
 * count criterion is not met; NOT_MET where that criterion is met; UNKNOWN where sizes or count are, and at exactly
 * 3.0 cm, where the source says "smaller than" and other guidance "up to".
 */
public final class AblationImpossible implements Criterion {

    private static final WithinAblationCriterion WITHIN = new WithinAblationCriterion();

    @Override
    public Assessment assess(LiverChart chart) {
        Set<Evidence> evidence = new LinkedHashSet<>(feasible(chart).evidence());
        WITHIN.assess(chart).addEntriesTo(evidence);
        return Assessment.of(Statement.ABLATION_IMPOSSIBLE, truth(chart), List.copyOf(evidence));
    }

    @Override
    public Truth truth(LiverChart chart) {
        if (feasible(chart).decide(Truth::of) == Truth.NOT_MET) {
            return Truth.MET;
        }
        return AtThreeCentimetres.is(chart)
                ? Truth.UNKNOWN
                : WITHIN.truth(chart).not();
    }

    private static Fact<Boolean> feasible(LiverChart chart) {
        return chart.facts().judged(FactKey.ABLATION_FEASIBLE);
    }
}
