package org.livercds.smartserver;

/** What the EHR of a test does, told by the launch context: {@code <patient>~<habit>}. */
public enum Habit {
    GOOD,
    /** The user, or the EHR, says no. */
    DENIES,
    FAILS,
    /** Answers with the state of somebody else. */
    WRONG_STATE,
    /** Answers for another EHR, RFC 9207. */
    OTHER_ISSUER,
    /** By the time it is used. */
    EXPIRED_CODE,
    SLOW_TOKEN,
    REDIRECTED_TOKEN,
    HTML_TOKEN,
    LARGE_TOKEN,
    BROKEN_TOKEN,
    /** Of a type that is not Bearer. */
    ODD_TOKEN,
    NO_PATIENT,
    /** The FHIR server does not take what the token endpoint gave. */
    REFUSED_TOKEN,
    /** The FHIR server gives the chart of another patient. */
    WRONG_PATIENT,
    /** The one who signs in is the patient. */
    PATIENT_USER,
    /** The ID token is for another app. */
    FOREIGN_ID_TOKEN,
    /** Without an ID token, lifetime and scope. */
    TERSE,
    /** The token lives for a second. */
    SHORT_TOKEN
}
