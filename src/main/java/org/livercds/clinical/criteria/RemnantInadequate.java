package org.livercds.clinical.criteria;

import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.LiverChart;

/** What a resection would leave of the liver is too little, as somebody judged. Sources: NAV-6, NAV-11. The sources give no
 * figure, so none is applied. */
public final class RemnantInadequate implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        return Assessment.of(
                Statement.REMNANT_INADEQUATE,
                chart.facts().judged(FactKey.REMNANT_ADEQUATE),
                adequate -> Truth.of(!adequate));
    }
}
