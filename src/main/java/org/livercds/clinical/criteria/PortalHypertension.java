package org.livercds.clinical.criteria;

import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.LiverChart;

/** Portal hypertension is recorded. Source: NAV-10, which asks for it before surgery. */
public final class PortalHypertension implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        return Assessment.of(
                Statement.PORTAL_HYPERTENSION,
                Truth.of(!chart.background().portalHypertension().isEmpty()),
                chart.background().portalHypertension());
    }
}
