package org.livercds.clinical.criteria;

import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.LiverChart;

/** The sources name clinical trials for this patient: primary liver cancer that is advanced or recurrent, metastases with
 * spread outside the liver. Sources: NCI-26, NCI-27. */
public final class TrialWorthwhile implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        Truth spread = chart.spread().decide(Truth::of);
        Truth primary = new AdvancedDisease()
                .assess(chart)
                .truth()
                .or(chart.recurrence().truth());
        Truth worthwhile = chart.kind().isPrimary() ? primary : spread;
        return Assessment.of(
                Statement.TRIAL_WORTHWHILE, worthwhile.certain(), chart.spread().evidence());
    }
}
