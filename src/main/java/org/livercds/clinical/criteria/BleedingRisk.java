package org.livercds.clinical.criteria;

import java.util.ArrayList;
import java.util.List;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.clinical.patient.NumberRange;

/** Bleeding is a concern: INR above its limit, platelets below theirs, or an anticoagulant. Limits commonly used, not
 * statements of the sources; both are strict. */
public final class BleedingRisk implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        Fact<NumberRange> inr = chart.facts().of(FactKey.INR);
        Fact<NumberRange> platelets = chart.facts().of(FactKey.PLATELETS);
        List<Evidence> concerns = new ArrayList<>(chart.background().anticoagulants());
        if (inr.decide(ratio -> ratio.isAbove(chart.bleeding().inrAbove())) == Truth.MET) {
            concerns.addAll(inr.evidence());
        }
        if (platelets.decide(number -> number.isBelow(chart.bleeding().plateletsBelow())) == Truth.MET) {
            concerns.addAll(platelets.evidence());
        }
        return Assessment.of(Statement.BLEEDING_RISK, Truth.of(!concerns.isEmpty()), concerns);
    }
}
