package org.livercds.clinical.criteria;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.ChartPart;
import org.livercds.clinical.patient.LiverChart;

/**
 * A part of the chart could not be read in full that may hold a spread, a later measurement, or a treatment after the
 * measurement; or a lesion is known by a BodyStructure that could not be read, so that it may be one of the others.
 */
public final class ChartNotReadInFull implements Criterion {

    private static final Set<ChartPart> DECISIVE =
            Set.of(ChartPart.CONDITIONS, ChartPart.OBSERVATIONS, ChartPart.PROCEDURES);

    @Override
    public Assessment assess(LiverChart chart) {
        boolean missing = !Collections.disjoint(chart.unread(), DECISIVE);
        return Assessment.of(
                Statement.CHART_NOT_READ_IN_FULL,
                Truth.of(missing || chart.lesions().anyUnresolved()),
                List.of());
    }
}
