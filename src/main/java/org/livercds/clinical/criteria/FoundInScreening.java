package org.livercds.clinical.criteria;

import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.LiverChart;

/**
 * The lesion was found in screening.
 *
 * <p>Source: NCI-2, "found during screening". Population: at-risk livers and primary liver cancer. Symptomatic, staging
 * and incidental detection are a no; nothing recorded is UNKNOWN.
 */
public final class FoundInScreening implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        return Assessment.of(Statement.FOUND_IN_SCREENING, chart.screening(), Truth::of);
    }
}
