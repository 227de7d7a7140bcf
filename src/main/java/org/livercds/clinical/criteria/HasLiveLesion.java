package org.livercds.clinical.criteria;

import java.util.List;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.LiverChart;

/** At least one live lesion of the liver, measured or only counted by a report. */
public final class HasLiveLesion implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        return Assessment.of(Statement.HAS_LIVE_LESION, Truth.of(chart.lesions().any()), List.of());
    }
}
