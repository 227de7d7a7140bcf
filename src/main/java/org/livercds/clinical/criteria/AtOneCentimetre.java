package org.livercds.clinical.criteria;

import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.LiverChart;

/**
 * The largest lesion measures exactly 1.0 cm: not "smaller than 1 centimeter" (NCI-2), and the size at which other
 * guidance begins to ask for diagnostic imaging.
 */
public final class AtOneCentimetre implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        boolean boundary = chart.lesions().isBoundary(EachLesionSmallerThan.ONE_CENTIMETRE.limit());
        return Assessment.of(
                Statement.EXACTLY_1_CM, Truth.of(boundary), chart.lesions().evidence());
    }
}
