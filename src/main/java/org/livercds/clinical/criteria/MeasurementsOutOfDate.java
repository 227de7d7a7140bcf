package org.livercds.clinical.criteria;

import java.util.ArrayList;
import java.util.List;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.Lesion;
import org.livercds.clinical.patient.LiverChart;

/**
 * A live lesion was last measured too long ago: more than 90 days for active cancer, 180 for surveillance (both can be
 * configured; exactly so many is current). A choice of the project, not of the sources.
 */
public final class MeasurementsOutOfDate implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        List<Evidence> stale = new ArrayList<>();
        for (Lesion lesion : chart.staleLesions()) {
            stale.addAll(lesion.evidence());
        }
        return Assessment.of(Statement.MEASUREMENTS_OUT_OF_DATE, Truth.of(!stale.isEmpty()), stale);
    }
}
