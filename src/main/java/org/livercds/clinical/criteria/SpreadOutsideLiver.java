package org.livercds.clinical.criteria;

import java.util.List;
import java.util.Set;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.DiseaseKind;
import org.livercds.clinical.patient.LiverChart;

/** The cancer has spread outside the liver, for patients of some kinds; for others the statement is NOT_MET. */
public record SpreadOutsideLiver(Set<DiseaseKind> kinds) implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        Assessment spread = Assessment.of(Statement.SPREAD_OUTSIDE_LIVER, chart.spread(), Truth::of);
        return kinds.contains(chart.kind()) ? spread : spread.withTruth(Truth.NOT_MET);
    }

    /** The chart both says and denies it. */
    public static Criterion contradictory(Set<DiseaseKind> kinds) {
        return chart -> {
            boolean contradictory = chart.spread().isUnknownBecause(Fact.Reason.CONFLICTING);
            boolean told = contradictory && kinds.contains(chart.kind());
            boolean usable = told || chart.spread().isKnown();
            return Assessment.of(
                    Statement.CONTRADICTORY_SPREAD,
                    Truth.of(told),
                    usable ? chart.spread().evidence() : List.of());
        };
    }
}
