package org.livercds.clinical.criteria;

import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.LiverChart;

/** A transplant team takes the patient for a candidate. Sources: NCI-7, NCI-8. Nobody has said is usual, and UNKNOWN. */
public final class TransplantCandidate implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        return Assessment.of(
                Statement.TRANSPLANT_CANDIDATE, chart.facts().judged(FactKey.TRANSPLANT_CANDIDATE), Truth::of);
    }
}
