package org.livercds.clinical.patient;

/** How a lesion was found. */
public enum Detection {
    SCREENING,
    SYMPTOMATIC,
    STAGING,
    INCIDENTAL
}
