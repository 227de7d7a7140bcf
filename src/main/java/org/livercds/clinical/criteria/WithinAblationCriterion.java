package org.livercds.clinical.criteria;

import java.util.List;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.LiverChart;

/** Three or fewer liver tumours, each smaller than 3 cm. Source: MSK-6; populations and boundaries as of its parts. */
public final class WithinAblationCriterion implements Criterion {

    private static final Criterion FEW = new AtMostThreeLesions();

    @Override
    public Assessment assess(LiverChart chart) {
        return Assessment.allOf(
                Statement.WITHIN_ABLATION_CRITERION,
                List.of(FEW.assess(chart), EachLesionSmallerThan.THREE_CENTIMETRES.assess(chart)));
    }

    @Override
    public Truth truth(LiverChart chart) {
        return FEW.truth(chart).and(EachLesionSmallerThan.THREE_CENTIMETRES.truth(chart));
    }
}
