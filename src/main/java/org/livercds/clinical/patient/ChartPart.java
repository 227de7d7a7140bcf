package org.livercds.clinical.patient;

import java.util.Locale;

/** The parts of a chart that are asked for; each may be missing on its own. */
public enum ChartPart {
    PATIENT,
    CONDITIONS,
    OBSERVATIONS,
    LABS,
    PROCEDURES,
    MEDICATIONS,
    ALLERGIES,
    BODY_STRUCTURES;

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The key for the words of the cards. */
    public String key() {
        return key;
    }
}
