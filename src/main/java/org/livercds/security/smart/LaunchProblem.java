package org.livercds.security.smart;

/** Why the page of a patient is not shown. Each has words for people in the message files. */
public enum LaunchProblem {
    /** {@code iss} is no registered FHIR server of a client that has SMART. Nobody was called. */
    UNKNOWN_EHR(400),
    /** A parameter is missing, comes twice, or is too long. */
    NOT_A_LAUNCH(400),
    /** What SMART says below the FHIR server could not be read. */
    EHR_NOT_READ(502),
    /** It has no https addresses, no PKCE with S256, or a token endpoint where none is registered. */
    EHR_NOT_USABLE(502),
    /** No such state, used before, too old, or not of this browser; or the answer of another EHR. */
    NOT_THIS_BROWSER(400),
    /** The EHR, or its user, said no. */
    DENIED(403),
    /** The EHR answered with another error. */
    EHR_REFUSED(502),
    /** The token endpoint did not take the code. */
    CODE_REFUSED(403),
    /** The token endpoint did not answer, or with something else than a token. */
    NO_TOKEN(502),
    /** A token for nobody's chart. */
    NO_PATIENT(400),
    /** Treatment is not explained to patients and relatives. */
    NOT_A_CLINICIAN(403),
    /** No session, or it is over. */
    SESSION_OVER(401),
    /** What the FHIR server gave is of somebody else. */
    WRONG_PATIENT(409),
    /** The FHIR server does not take the token any more. */
    TOKEN_REFUSED(401),
    /** The diagnosis could not be read. */
    CHART_NOT_READ(502),
    /** Another page asked to log out. */
    NOT_OUR_FORM(403),
    /** Too many launches, or sessions, are under way. */
    TOO_MANY(503),
    /** Sessions cannot be kept at the moment. */
    NOT_KEPT(503);

    private final int status;

    LaunchProblem(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
