package org.livercds.clinical.patient;

/** The parts of a chart that are asked for; each may be missing on its own. */
public enum ChartPart {
    PATIENT,
    CONDITIONS,
    OBSERVATIONS,
    LABS,
    PROCEDURES,
    BODY_STRUCTURES
}
