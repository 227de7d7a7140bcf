package org.livercds.cli.selfcheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How the sample service looks at tokens: strictly, apart from its defect. */
final class SampleTokens {

    static final String ISSUER = "https://ehr.example.org/fhir";

    private final ECKey key;
    private final Optional<Defect> defect;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    SampleTokens(ECKey key, Optional<Defect> defect) {
        this.key = key;
        this.defect = defect;
    }

    /** @param audience of the address that is called */
    boolean isGood(String authorization, String audience) {
        if (has(Defect.TAKES_NO_TOKEN)) {
            return false;
        }
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return has(Defect.NEEDS_NO_TOKEN);
        }
        String[] parts = authorization.substring(7).split("\\.", -1);
        ObjectNode header = SampleJson.object(Base64URL.from(parts[0]).decode());
        ObjectNode claims = SampleJson.object(Base64URL.from(parts[1]).decode());
        try {
            return isSigned(authorization.substring(7), header) && isTimely(claims) && isFor(claims, audience);
        } catch (ParseException | JOSEException malformed) {
            return false;
        }
    }

    private boolean isSigned(String token, JsonNode header) throws ParseException, JOSEException {
        String algorithm = header.path("alg").asText();
        if (algorithm.equals("none")) {
            return has(Defect.TAKES_NONE);
        }
        if (algorithm.equals("HS256")) {
            return has(Defect.TAKES_SYMMETRIC)
                    && JWSObject.parse(token)
                            .verify(new MACVerifier(key.toECPublicKey().getEncoded()));
        }
        boolean known = key.getKeyID().equals(header.path("kid").asText());
        if (!known) {
            return has(Defect.TAKES_UNKNOWN_KEYS);
        }
        return has(Defect.TAKES_ANY_KEY)
                || has(Defect.LOOKS_AT_NO_SIGNATURE)
                || JWSObject.parse(token).verify(new ECDSAVerifier(key.toPublicJWK()));
    }

    private boolean isTimely(JsonNode claims) {
        long now = Instant.now().getEpochSecond();
        long end = claims.path("exp").asLong(Long.MAX_VALUE);
        boolean ends = claims.has("exp") || has(Defect.NEEDS_NO_EXP);
        boolean current = end > now || has(Defect.TAKES_EXPIRED);
        boolean past = claims.path("iat").asLong() <= now + 60 || has(Defect.TAKES_THE_FUTURE);
        boolean brief = !claims.has("exp")
                || end - claims.path("iat").asLong() <= 900 + 3_600 * (end < now ? 1 : 0)
                || has(Defect.TAKES_LONG_LIVES);
        return ends && current && past && brief;
    }

    private boolean isFor(JsonNode claims, String audience) {
        boolean issued = claims.path("iss").asText().equals(ISSUER) || has(Defect.TAKES_ANY_ISSUER);
        boolean named = claims.has("jti") || has(Defect.NEEDS_NO_JTI);
        boolean first = used.add(claims.path("jti").asText()) || has(Defect.TAKES_TWICE) || !claims.has("jti");
        JsonNode value = claims.path("aud");
        String address =
                value.isArray() && !has(Defect.ONE_AUDIENCE) ? value.path(0).asText() : value.asText();
        boolean ours = address.replaceAll("/+$", "").equals(audience)
                || has(Defect.TAKES_ANY_AUDIENCE)
                || has(Defect.TAKES_THE_AUDIENCE_OF_DISCOVERY) && address.endsWith("/cds-services");
        return issued && named && first && ours;
    }

    private boolean has(Defect some) {
        return defect.filter(some::equals).isPresent();
    }
}
