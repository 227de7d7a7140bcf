package org.livercds.clinical.criteria;

import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.LiverChart;

/** A liver was transplanted before, by a completed procedure or by status. */
public final class Transplanted implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        return Assessment.of(
                Statement.TRANSPLANTED,
                Truth.of(!chart.background().transplants().isEmpty()),
                chart.background().transplants());
    }
}
