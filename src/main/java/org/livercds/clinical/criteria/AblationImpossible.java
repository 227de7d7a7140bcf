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
        Fact<Boolean> feasible = chart.facts().judged(FactKey.ABLATION_FEASIBLE);
        Assessment within = WITHIN.assess(chart);
        Truth impossible = within.truth().not();
        if (feasible.decide(Truth::of) == Truth.NOT_MET) {
            impossible = Truth.MET;
        } else if (AtThreeCentimetres.is(chart)) {
            impossible = Truth.UNKNOWN;
        }
        Set<Evidence> evidence = new LinkedHashSet<>(feasible.evidence());
        within.addEntriesTo(evidence);
        return Assessment.of(Statement.ABLATION_IMPOSSIBLE, impossible, List.copyOf(evidence));
    }
}
