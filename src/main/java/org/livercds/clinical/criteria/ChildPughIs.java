package org.livercds.clinical.criteria;

import java.util.Locale;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.LiverChart;

/** Liver function is of the Child-Pugh class, as recorded or computed from all five parts. */
public record ChildPughIs(ChildPugh grade) implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        return Assessment.of(
                "child-pugh-" + grade.name().toLowerCase(Locale.ROOT),
                chart.childPugh(),
                known -> Truth.of(known == grade));
    }

    /** Nobody knows the class. */
    public static Criterion unknown() {
        return chart -> Assessment.of(
                "child-pugh-unknown",
                Truth.of(!chart.childPugh().isKnown()),
                chart.childPugh().evidence());
    }
}
