package org.livercds.clinical.criteria;

import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.LiverChart;

/**
 * The largest lesion measures exactly 3.0 cm and there may be three or fewer. The source says "smaller than 3 cm", other
 * guidance "up to 3 cm": the one size where they differ.
 */
public final class AtThreeCentimetres implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        return Assessment.of(
                Statement.EXACTLY_3_CM, Truth.of(is(chart)), chart.lesions().evidence());
    }

    static boolean is(LiverChart chart) {
        return chart.lesions().count().isAtMost(AtMostThreeLesions.MOST) != Truth.NOT_MET
                && chart.lesions().isBoundary(EachLesionSmallerThan.THREE_CENTIMETRES.limit());
    }
}
