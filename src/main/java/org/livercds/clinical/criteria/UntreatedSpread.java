package org.livercds.clinical.criteria;

import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.LiverChart;

/** Spread outside the liver that nobody has called treatable. Source: NAV-7. Population: liver metastases; for others it
 * is any spread. */
public final class UntreatedSpread implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        Truth treatable = chart.facts().judged(FactKey.EXTRAHEPATIC_TREATABLE).decide(Truth::of);
        boolean helps = chart.kind().isMetastatic() && treatable == Truth.MET;
        Truth untreated = chart.spread().decide(Truth::of).and(Truth.of(!helps));
        return Assessment.of(
                Statement.UNTREATED_SPREAD, untreated, chart.spread().evidence());
    }
}
