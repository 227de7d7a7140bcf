package org.livercds.clinical.criteria;

import java.util.List;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.LiverChart;

/** A live lesion was treated, before its measurement or since: it is not one that is only watched. */
public final class LesionTreated implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        List<Evidence> treated = List.copyOf(chart.lesions().treatments());
        return Assessment.of(Statement.LESION_TREATED, Truth.of(!treated.isEmpty()), treated);
    }
}
