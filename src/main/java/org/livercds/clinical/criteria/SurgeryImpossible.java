package org.livercds.clinical.criteria;

import java.util.List;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.LiverChart;

/**
 * The tumour cannot be removed by surgery: it is not resectable, or the patient is not well enough.
 *
 * <p>Source: NCI-16. Population: primary and unspecified liver cancer.
 */
public final class SurgeryImpossible implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        return Assessment.anyOf(
                Statement.SURGERY_IMPOSSIBLE,
                List.of(
                        Assessment.of(Statement.NOT_RESECTABLE, chart.resectable(), yes -> Truth.of(!yes)),
                        Assessment.of(Statement.NOT_FIT_FOR_SURGERY, chart.fit(), yes -> Truth.of(!yes))));
    }
}
