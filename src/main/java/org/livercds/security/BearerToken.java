package org.livercds.security;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;

/**
 * A signed token as it came, RFC 7515 in compact form. Nothing of it is verified.
 *
 * @param signed the same for the verification
 */
record BearerToken(TokenHeader header, TokenClaims claims, JWSObject signed) {

    private static final int LONGEST = 8_192;
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +(.*)", Pattern.DOTALL);
    private static final String PART = "([A-Za-z0-9_-]+)";
    private static final Pattern COMPACT = Pattern.compile(PART + "\\." + PART + "\\." + PART);

    /**
     * @param authorization all headers of that name
     * @throws DeniedException for whatever is no token that could be verified
     */
    static BearerToken read(List<String> authorization) {
        if (authorization.isEmpty()) {
            throw new DeniedException(Denial.NO_TOKEN);
        }
        Matcher bearer = BEARER.matcher(authorization.get(0).strip());
        if (authorization.size() > 1 || !bearer.matches()) {
            throw new DeniedException(Denial.NOT_A_BEARER_TOKEN);
        }
        return parse(bearer.group(1));
    }

    private static BearerToken parse(String token) {
        if (token.length() > LONGEST) {
            throw new DeniedException(Denial.TOKEN_TOO_LONG);
        }
        Matcher parts = COMPACT.matcher(token);
        if (!parts.matches()) {
            throw new DeniedException(Denial.MALFORMED);
        }
        TokenHeader header = TokenHeader.of(json(parts.group(1)));
        TokenClaims claims = new TokenClaims(json(parts.group(2)));
        try {
            return new BearerToken(header, claims, JWSObject.parse(token));
        } catch (ParseException unreadable) {
            throw new DeniedException(Denial.MALFORMED, claims.caller());
        }
    }

    /** Strict, so that nobody else reads something else in it. */
    private static ObjectNode json(String part) {
        try {
            return WireJson.readObject(new Base64URL(part).decode());
        } catch (RefusedException notOneObject) {
            throw new DeniedException(Denial.MALFORMED);
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "BearerToken";
    }
}
