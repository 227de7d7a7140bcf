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
        for (Criterion part : parts) {
            assessed.add(part.assess(chart));
        }
        return Assessment.allOf(Statement.NONE_ESTABLISHED, assessed).withTruth(truth(chart));
    }

    @Override
    public Truth truth(LiverChart chart) {
        boolean none = true;
        for (Criterion part : parts) {
            none &= part.truth(chart) != Truth.MET;
        }
        return Truth.of(none);
    }
}
