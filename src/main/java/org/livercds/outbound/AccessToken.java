package org.livercds.outbound;

import java.util.Optional;
import java.util.regex.Pattern;

/** A bearer token that is told to one origin only, and to no log: it has no text of its own. */
public final class AccessToken {

    /** RFC 6750, section 2.1. */
    private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private final String value;
    private final Origin origin;

    private AccessToken(String value, Origin origin) {
        this.value = value;
        this.origin = origin;
    }

    /** @return empty if the text can be no bearer token */
    public static Optional<AccessToken> of(String value, FhirServer server) {
        return BEARER.matcher(value).matches()
                ? Optional.of(new AccessToken(value, server.origin()))
                : Optional.empty();
    }

    /** The value of the Authorization header, for the origin of the token alone. */
    Optional<String> headerFor(Origin called) {
        return called.equals(origin) ? Optional.of("Bearer " + value) : Optional.empty();
    }

    @Override
    public String toString() {
        return "AccessToken";
    }
}
