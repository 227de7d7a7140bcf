package org.livercds.clinical.criteria;

import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.LiverChart;

/** An active, confirmed cirrhosis. A resolved or unconfirmed one is none. */
public final class Cirrhosis implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        return Assessment.of(
                Statement.CIRRHOSIS,
                Truth.of(!chart.background().cirrhosis().isEmpty()),
                chart.background().cirrhosis());
    }
}
