package org.livercds.security.smart;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who looks at the page, as the EHR says in the ID token. It comes from the token endpoint itself, over a connection whose
 * certificate was checked, which OpenID Connect Core 1.0, section 3.1.3.7, takes for its signature.
 */
final class IdToken {

    private static final Duration SKEW = Duration.ofSeconds(60);

    private IdToken() {}

    /**
     * The FHIR resource of the user; empty where the token names none.
     *
     * @throws LaunchException where it is not for us, not for this launch, or not of now
     */
    static Optional<String> user(String idToken, PendingLaunch launch, String clientId, Instant now) {
        try {
            JWTClaimsSet claims = SignedJWT.parse(idToken).getJWTClaimsSet();
            boolean fresh = claims.getExpirationTime() != null
                    && claims.getExpirationTime().toInstant().plus(SKEW).isAfter(now);
            boolean ours = claims.getAudience().contains(clientId)
                    && launch.issuer()
                            .map(issuer -> issuer.equals(claims.getIssuer()))
                            .orElse(true)
                    && launch.nonce().equals(claims.getStringClaim("nonce"));
            if (!fresh || !ours) {
                throw new LaunchException(LaunchProblem.NO_TOKEN);
            }
            String user = claims.getStringClaim("fhirUser");
            String profile = claims.getStringClaim("profile");
            return Stream.of(Optional.ofNullable(user), Optional.ofNullable(profile))
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (ParseException malformed) {
            throw new LaunchException(LaunchProblem.NO_TOKEN);
        }
    }
}
