package org.livercds.clinical.criteria;

import org.livercds.clinical.Assessment;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.LiverChart;

/** The cancer has come back. UNKNOWN after a completed curative treatment that was followed by a live lesion. */
public final class Recurrent implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        return chart.recurrence();
    }

    /** Doubt counts as recurrence, for rules that are not for recurrent disease. */
    public static Criterion orDoubtful() {
        return chart -> chart.recurrence().withTruth(Truth.of(chart.recurrence().truth() != Truth.NOT_MET));
    }
}
