package org.livercds.outbound;

/** Why a query was not read in full. */
public enum FetchProblem {
    /** The name of the server leads to an address that may not be called. */
    ADDRESS_REFUSED,
    /** No name, no connection, no trusted certificate, or closed before an answer. */
    UNREACHABLE,
    TIMED_OUT,
    /** 401. */
    UNAUTHORIZED,
    /** 403. */
    FORBIDDEN,
    /** 404 or 410. */
    NOT_FOUND,
    /** 429. */
    THROTTLED,
    /** Any other 4xx, or a path that no server can have. */
    REJECTED,
    /** 5xx. */
    SERVER_FAILED,
    /** 3xx: redirects are not followed. */
    REDIRECTED,
    /** No content, another content type, cut short, or not to be read as a FHIR resource. */
    NOT_FHIR_JSON,
    /** An OperationOutcome instead of data. */
    OUTCOME,
    /** Too many bytes or entries. */
    TOO_LARGE,
    TOO_MANY_PAGES,
    /** The next page lies on another origin, or nowhere. */
    FOREIGN_LINK,
    /** The next page was read before. */
    LOOP,
    /** Too many calls of this server are under way. */
    BUSY,
    /** The server failed too often, or asked for a pause (Retry-After): it is not called for a while. */
    RESTING
}
