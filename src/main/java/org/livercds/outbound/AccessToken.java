package org.livercds.outbound;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A bearer token, or the secret of a client, that is told to one origin only, and to no log: it has no text of its own. */
public final class AccessToken {

    /** RFC 6750, section 2.1. */
    private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private final String header;
    private final Origin origin;

    private AccessToken(String header, Origin origin) {
        this.header = header;
        this.origin = origin;
    }

    /** @return empty if the text can be no bearer token */
    public static Optional<AccessToken> of(String value, FhirServer server) {
        return isBearer(value) ? Optional.of(new AccessToken("Bearer " + value, server.origin())) : Optional.empty();
    }

    /** Whether the text can be a bearer token. */
    public static boolean isBearer(String value) {
        return BEARER.matcher(value).matches();
    }

    /** Who asks for tokens, RFC 6749, section 2.3.1. */
    static AccessToken ofClient(String id, String secret, FhirServer endpoint) {
        String both = PercentEncoding.form(id) + ":" + PercentEncoding.form(secret);
        String encoded = Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        return new AccessToken("Basic " + encoded, endpoint.origin());
    }

    /** The value of the Authorization header, for the origin of the token alone. */
    Optional<String> headerFor(Origin called) {
        return called.equals(origin) ? Optional.of(header) : Optional.empty();
    }

    @Override
    public String toString() {
        return "AccessToken";
    }
}
