package org.livercds.clinical.criteria;

import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.LiverChart;

/**
 * The tumours keep growing or do not respond to chemotherapy. Source: MSK-30. Population: liver metastases. It makes
 * radioembolization stronger and decides nothing alone; nothing recorded is UNKNOWN.
 */
public final class GrowsDespiteChemotherapy implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        return Assessment.of(Statement.GROWS_DESPITE_CHEMOTHERAPY, chart.facts().judged(FactKey.REFRACTORY), Truth::of);
    }
}
