package org.livercds.clinical.criteria;

import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.LiverChart;

/** Tumours on both sides of the liver. Source: MSK-17, an example of the source. Population: liver metastases. */
public final class Bilobar implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        return Assessment.of(Statement.BILOBAR, chart.facts().judged(FactKey.BILOBAR), Truth::of);
    }
}
