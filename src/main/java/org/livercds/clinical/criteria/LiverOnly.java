package org.livercds.clinical.criteria;

import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.LiverChart;

/**
 * The cancer has not spread outside the liver.
 *
 * <p>Sources: NCI-16 for primary liver cancer, MSK-28 to 30 for liver metastases. Somebody has to say it: the absence
 * of a code for spread is UNKNOWN.
 */
public final class LiverOnly implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        return Assessment.of(Statement.LIVER_ONLY, chart.spread(), spread -> Truth.of(!spread));
    }
}
