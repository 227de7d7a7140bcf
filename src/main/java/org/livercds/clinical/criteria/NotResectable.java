package org.livercds.clinical.criteria;

import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.LiverChart;

/** An operation cannot remove all of the disease, as somebody judged. Source: NAV-4. Nothing recorded is UNKNOWN. */
public final class NotResectable implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        return Assessment.of(Statement.NOT_RESECTABLE, chart.resectable(), yes -> Truth.of(!yes));
    }
}
