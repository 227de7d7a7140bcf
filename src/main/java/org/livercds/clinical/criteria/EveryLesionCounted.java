package org.livercds.clinical.criteria;

import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.LiverChart;

/** A report says how many lesions there are, or that the measured ones are all; else UNKNOWN. */
public final class EveryLesionCounted implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        Truth counted = chart.lesions().count().open() ? Truth.UNKNOWN : Truth.MET;
        return Assessment.of(
                Statement.EVERY_LESION_COUNTED, counted, chart.lesions().countEvidence());
    }
}
