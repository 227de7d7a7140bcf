package org.livercds.clinical.criteria;

import java.util.List;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.LiverChart;

/** Locally advanced or spread: outside the liver, or into the portal vein (branch, main, unspecified). Sources: NCI-30 to
 * NCI-33. Population: primary liver cancer. */
public final class AdvancedDisease implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        return Assessment.anyOf(
                Statement.ADVANCED_DISEASE,
                List.of(
                        Assessment.of(Statement.SPREAD_OUTSIDE_LIVER, chart.spread(), Truth::of),
                        new MacrovascularInvasion().assess(chart)));
    }
}
