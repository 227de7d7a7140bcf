package org.livercds.fhir;

/** What a prefetch value turned out to be. */
public enum KeyState {
    /** Resources of this patient. */
    DATA,
    /** A Bundle without matches. */
    EMPTY,
    /** The client has none. */
    NULL,
    /** The key is not there. */
    ABSENT,
    /** An OperationOutcome of severity error or fatal. */
    ERROR,
    /** Not all of it: further pages, fewer entries than the total, an error or an unreadable entry among data. */
    PARTIAL,
    /** Not FHIR, or not of the type asked for. */
    UNUSABLE,
    /** Every resource is another patient's. */
    FOREIGN_PATIENT;

    /** Whether what is missing in it is known to be missing in the chart. */
    public boolean isComplete() {
        return this == DATA || this == EMPTY || this == NULL;
    }
}
