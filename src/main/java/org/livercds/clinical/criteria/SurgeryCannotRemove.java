package org.livercds.clinical.criteria;

import org.livercds.clinical.Assessment;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.LiverChart;

/**
 * Surgery cannot remove the metastases.
 *
 * <p>Source: MSK-29. Population: liver metastases. Where nobody has judged resectability it is NOT_MET, and UNKNOWN only
 * for a patient too ill for an operation.
 */
public final class SurgeryCannotRemove implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        Fact<Boolean> resectable = chart.resectable();
        boolean unfit = chart.fit().decide(Truth::of) == Truth.NOT_MET;
        if (!resectable.isKnown() && unfit) {
            return Assessment.of(
                    Statement.NOT_RESECTABLE, Truth.UNKNOWN, chart.fit().evidence());
        }
        Assessment cannot = Assessment.of(Statement.NOT_RESECTABLE, resectable, yes -> Truth.of(!yes));
        return resectable.isKnown() ? cannot : cannot.withTruth(Truth.NOT_MET);
    }
}
