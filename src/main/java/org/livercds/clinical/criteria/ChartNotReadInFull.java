package org.livercds.clinical.criteria;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.ChartPart;
import org.livercds.clinical.patient.LiverChart;

/**
 * A part of the chart could not be read in full that may hold a spread, a later measurement, or a treatment after the
 * measurement.
 */
public final class ChartNotReadInFull implements Criterion {

    private static final Set<ChartPart> DECISIVE =
            Set.of(ChartPart.CONDITIONS, ChartPart.OBSERVATIONS, ChartPart.PROCEDURES);

    @Override
    public Assessment assess(LiverChart chart) {
        Stream<ChartPart> missing = chart.unread().stream().filter(DECISIVE::contains);
        return Assessment.of(
                Statement.CHART_NOT_READ_IN_FULL, Truth.of(missing.findAny().isPresent()), List.of());
    }
}
