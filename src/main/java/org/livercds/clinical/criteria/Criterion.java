package org.livercds.clinical.criteria;

import org.livercds.clinical.Assessment;
import org.livercds.clinical.patient.LiverChart;

/** One statement about a patient that a rule asks for. Doubt is an answer (UNKNOWN), never an exception. */
@FunctionalInterface
public interface Criterion {

    Assessment assess(LiverChart chart);

    /** The same statement, where doubt is enough to say no. */
    default Criterion certain() {
        return chart -> {
            Assessment assessment = assess(chart);
            return assessment.withTruth(assessment.truth().certain());
        };
    }
}
