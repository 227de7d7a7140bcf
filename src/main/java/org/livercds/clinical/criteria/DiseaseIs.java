package org.livercds.clinical.criteria;

import java.util.Set;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.DiseaseKind;
import org.livercds.clinical.patient.LiverChart;

/** The disease is of one of these kinds. */
public record DiseaseIs(Statement statement, Set<DiseaseKind> kinds) implements Criterion {

    /** There was a liver cancer, and none is active. */
    public static final DiseaseIs HISTORY = new DiseaseIs(Statement.HISTORY, Set.of(DiseaseKind.HISTORY));

    /** Nobody has said whether primary or secondary, or the chart says both. */
    public static final DiseaseIs UNCLEAR =
            new DiseaseIs(Statement.KIND_UNCLEAR, Set.of(DiseaseKind.UNSPECIFIED, DiseaseKind.CONFLICT));

    @Override
    public Assessment assess(LiverChart chart) {
        return Assessment.of(
                statement,
                Truth.of(kinds.contains(chart.kind())),
                chart.diagnosis().evidence());
    }
}
