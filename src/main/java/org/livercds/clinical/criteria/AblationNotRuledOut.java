package org.livercds.clinical.criteria;

import org.livercds.clinical.Assessment;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.LiverChart;

/**
 * Nobody has judged ablation to be impossible. The size and count criterion stands for feasibility where the operator
 * has not spoken, so nothing recorded is MET.
 */
public final class AblationNotRuledOut implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        Fact<Boolean> feasible = chart.facts().judged(FactKey.ABLATION_FEASIBLE);
        Truth ruledOut = Truth.of(feasible.decide(Truth::of) == Truth.NOT_MET);
        return Assessment.of(Statement.ABLATION_NOT_RULED_OUT, ruledOut.not(), feasible.evidence());
    }
}
