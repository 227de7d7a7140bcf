package org.livercds.clinical.criteria;

import java.util.ArrayList;
import java.util.List;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.LiverChart;

/** Not one of these statements is known to hold: then nothing measured speaks for the recommendation. */
public record NoneEstablished(List<Criterion> parts) implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        List<Assessment> assessed = new ArrayList<>();
        boolean none = true;
        for (Criterion part : parts) {
            Assessment assessment = part.assess(chart);
            assessed.add(assessment);
            none &= assessment.truth() != Truth.MET;
        }
        return Assessment.allOf(Statement.NONE_ESTABLISHED, assessed).withTruth(Truth.of(none));
    }
}
