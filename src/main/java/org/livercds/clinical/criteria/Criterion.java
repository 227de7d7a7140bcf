package org.livercds.clinical.criteria;

import org.livercds.clinical.Assessment;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.LiverChart;

/** One statement about a patient that a rule asks for. Doubt is an answer (UNKNOWN), never an exception. */
@FunctionalInterface
public interface Criterion {

    Assessment assess(LiverChart chart);

    /** The same without the reasons, for the many charts that are only supposed. */
    default Truth truth(LiverChart chart) {
        return assess(chart).truth();
    }

    /** The same statement, where doubt is enough to say no. */
    default Criterion certain() {
        return new Certain(this);
    }

    /** A statement of which doubt is enough to say no. */
    record Certain(Criterion statement) implements Criterion {

        @Override
        public Assessment assess(LiverChart chart) {
            Assessment assessment = statement.assess(chart);
            return assessment.withTruth(assessment.truth().certain());
        }

        @Override
        public Truth truth(LiverChart chart) {
            return statement.truth(chart).certain();
        }
    }
}
