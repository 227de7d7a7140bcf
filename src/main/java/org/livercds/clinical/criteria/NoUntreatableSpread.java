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

/** No disease elsewhere that cannot be removed or treated. Source: NAV-7. MET without spread or where it is treatable;
 * UNKNOWN where the spread is, or whether it can be treated. */
public final class NoUntreatableSpread implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        Fact<Boolean> treatable = chart.facts().judged(FactKey.EXTRAHEPATIC_TREATABLE);
        Truth spread = chart.spread().decide(Truth::of);
        Truth none = spread.not().or(treatable.decide(Truth::of).and(spread));
        List<Evidence> evidence = new ArrayList<>(chart.spread().evidence());
        if (none != Truth.MET || treatable.isKnown()) {
            evidence.addAll(treatable.evidence());
        }
        return Assessment.of(Statement.NO_UNTREATABLE_SPREAD, none, evidence);
    }
}
