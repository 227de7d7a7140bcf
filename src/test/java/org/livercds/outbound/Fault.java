package org.livercds.outbound;

/** How a {@link FhirDouble} misbehaves. */
public enum Fault {
    /** Gives the pages that were set. */
    NONE,
    /** The answer of NONE, after a delay. */
    SLOW,
    /** One byte every 50 ms. */
    DRIP,
    /** Takes the request and never answers. */
    HANG,
    /** Takes the request and closes the connection. */
    CLOSE,
    HTTP_400,
    HTTP_401,
    HTTP_403,
    HTTP_404,
    HTTP_410,
    /** With Retry-After. */
    HTTP_429,
    HTTP_500,
    /** With Retry-After. */
    HTTP_503,
    /** Each POST is answered 405, each GET like NONE. */
    NO_POST,
    /** Each POST is answered 501, each GET like NONE. */
    NO_POST_501,
    /** Content-Length longer than the body. */
    TRUNCATED,
    /** Half of the JSON, with the Content-Length of that half. */
    HALF_JSON,
    WRONG_TYPE,
    LATIN_1,
    HTML_200,
    OUTCOME_200,
    EMPTY_200,
    NO_CONTENT_204,
    /** The answer of NONE, gzip. */
    GZIP,
    /** Says gzip and is none. */
    FALSE_GZIP,
    /** Some KB that inflate to more than 100 MB. */
    GZIP_BOMB,
    /** Says that the body is very large. */
    HUGE_LENGTH,
    /** A resource of another patient. */
    WRONG_PATIENT,
    ENDLESS_PAGES,
    /** The second page is followed by the second page. */
    LOOPING_PAGES,
    /** The first page of NONE, then 500. */
    SECOND_PAGE_500,
    /** The first page of NONE, then nothing. */
    SECOND_PAGE_HANG,
    /** The next page lies on the other double. */
    FOREIGN_NEXT,
    /** 302 to the other double. */
    REDIRECT,
    BYTE_ORDER_MARK,
    ENTRIES_WITHOUT_RESOURCE,
    /** A Bundle of 1,001 entries. */
    MANY_ENTRIES,
    NO_RESOURCE_TYPE,
    XML,
    /** A chunked body without end. */
    CHUNKED_FOREVER
}
