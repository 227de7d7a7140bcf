package org.livercds.clinical.criteria;

import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.LiverChart;

/** Not well enough for an operation: judged so, ECOG 3 or more, or Karnofsky 50 or less. Sources: NAV-8, NAV-17. */
public final class NotFitForSurgery implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        return Assessment.of(Statement.NOT_FIT_FOR_SURGERY, chart.fit(), yes -> Truth.of(!yes));
    }
}
