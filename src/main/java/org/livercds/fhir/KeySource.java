package org.livercds.fhir;

/** Where the value of a prefetch key came from. */
public enum KeySource {
    PREFETCH,
    /** Read from the FHIR server, whether or not it succeeded. */
    FETCHED,
    /** Neither prefetched nor asked for. */
    ABSENT
}
