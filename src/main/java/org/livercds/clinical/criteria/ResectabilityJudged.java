package org.livercds.clinical.criteria;

import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.LiverChart;

/** Somebody has judged whether all of the disease can be removed, whatever the judgement. Source: MSK-16. */
public final class ResectabilityJudged implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        Truth judged = chart.resectable().isKnown() ? Truth.MET : Truth.UNKNOWN;
        return Assessment.of(
                Statement.RESECTABILITY_JUDGED, judged, chart.resectable().evidence());
    }
}
