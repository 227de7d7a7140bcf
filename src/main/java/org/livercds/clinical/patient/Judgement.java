package org.livercds.clinical.patient;

/** What somebody recorded as an answer to a question. Undetermined is an answer, and no knowledge. */
public enum Judgement {
    YES,
    NO,
    UNDETERMINED
}
