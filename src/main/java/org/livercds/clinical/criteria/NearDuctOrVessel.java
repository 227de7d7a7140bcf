package org.livercds.clinical.criteria;

import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.LiverChart;

/** A tumour lies near a bile duct or a large vessel, as somebody judged; the source gives no distance. Source: MSK-12. */
public final class NearDuctOrVessel implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        return Assessment.of(Statement.NEAR_DUCT_OR_VESSEL, chart.nearDuctOrVessel(), Truth::of);
    }
}
