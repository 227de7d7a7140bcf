package org.livercds.clinical.criteria;

import java.util.Set;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.DiseaseKind;
import org.livercds.clinical.patient.LiverChart;

/** The disease is of one of these kinds. */
public record DiseaseIs(Set<DiseaseKind> kinds) implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        return Assessment.of(
                "disease-" + chart.kind().code(),
                Truth.of(kinds.contains(chart.kind())),
                chart.diagnosis().evidence());
    }
}
