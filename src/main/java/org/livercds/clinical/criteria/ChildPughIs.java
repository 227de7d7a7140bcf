package org.livercds.clinical.criteria;

import org.livercds.clinical.Assessment;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.LiverChart;

/** Liver function is of the Child-Pugh class, as recorded or computed from all five parts. */
public record ChildPughIs(ChildPugh grade) implements Criterion {

    @Override
    public Assessment assess(LiverChart chart) {
        return Assessment.of(statement(), chart.childPugh(), known -> Truth.of(known == grade));
    }

    private Statement statement() {
        return switch (grade) {
            case A -> Statement.CHILD_PUGH_A;
            case B -> Statement.CHILD_PUGH_B;
            case C -> Statement.CHILD_PUGH_C;
        };
    }

    /** Nobody knows the class. */
    public static Criterion unknown() {
        return chart -> Assessment.of(
                Statement.CHILD_PUGH_UNKNOWN,
                Truth.of(!chart.childPugh().isKnown()),
                chart.childPugh().evidence());
    }
}
