package org.livercds.security;

/** Why a token lets nobody in. The client is not told: the reason stands in the audit. */
public enum Denial {
    NO_TOKEN,
    /** Several Authorization headers, or another scheme than Bearer. */
    NOT_A_BEARER_TOKEN,
    TOKEN_TOO_LONG,
    /** Not three parts of base64url, or a header or claims that are no JSON object without duplicate keys. */
    MALFORMED,
    /** {@code none}, a symmetric one, one that is unknown, or one that this client did not register. */
    ALGORITHM,
    NOT_A_JWT,
    /** A member of the header that may change how the token is read, such as {@code crit} or {@code jwk}. */
    HEADER_NOT_ALLOWED,
    NO_KEY_ID,
    /** {@code iss} is missing or no text. */
    NO_ISSUER,
    UNKNOWN_ISSUER,
    /** {@code jku} is no registered address of the issuer; it was not called. */
    UNKNOWN_KEY_SET,
    UNKNOWN_KEY,
    /** The key set could not be read, and there is none from before. */
    KEYS_UNAVAILABLE,
    SIGNATURE,
    /** {@code aud} is not the address that was called, or not that alone. */
    AUDIENCE,
    /** {@code exp}, {@code iat} or {@code nbf} is missing or no number of seconds. */
    TIMES_MISSING,
    EXPIRED,
    NOT_YET_VALID,
    ISSUED_IN_THE_FUTURE,
    LIVES_TOO_LONG,
    /** {@code tenant} is not the one that is registered for the client. */
    TENANT,
    /** {@code jti} is missing, no text, or longer than 256 characters. */
    NO_TOKEN_ID,
    USED_BEFORE,
    /** Whether the token was used before cannot be known. */
    USE_UNKNOWN
}
