package org.livercds.clinical.criteria;

import java.util.ArrayList;
import java.util.List;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.LiverChart;

/** Systemic therapy comes first. Sources: NAV-14, NAV-15, NAV-18. Population: liver metastases. MET with spread outside
 * the liver that cannot be treated, or that nobody has called treatable where the liver cannot be cleared either; UNKNOWN,
 * an alternative, where the liver cannot be cleared and there is no spread or it is not known; else NOT_MET. */
public final class SystemicTherapyFirst implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        Truth spread = chart.spread().decide(Truth::of);
        Truth treatable = chart.facts().judged(FactKey.EXTRAHEPATIC_TREATABLE).decide(Truth::of);
        boolean unresectable = chart.resectable().decide(Truth::of) == Truth.NOT_MET;
        Truth first = Truth.of(treatable == Truth.NOT_MET || treatable == Truth.UNKNOWN && unresectable);
        Truth alternative = unresectable ? Truth.UNKNOWN : Truth.NOT_MET;
        List<Evidence> evidence = new ArrayList<>(chart.spread().evidence());
        evidence.addAll(chart.resectable().evidence());
        return Assessment.of(Statement.SYSTEMIC_THERAPY_FIRST, spread == Truth.MET ? first : alternative, evidence);
    }
}
