package org.livercds.clinical.criteria;

import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.LiverChart;

/** An allergy to contrast media is recorded. Beyond the sources: embolization and imaging use them. */
public final class ContrastAllergy implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        return Assessment.of(
                Statement.CONTRAST_ALLERGY,
                Truth.of(!chart.background().contrastAllergies().isEmpty()),
                chart.background().contrastAllergies());
    }
}
