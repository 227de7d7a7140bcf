package org.livercds.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.List;
import java.util.Optional;

/** Whether the client signed the token, with the one of its keys that the token names. */
final class SignatureCheck {

    /** NIST SP 800-131A: shorter ones are broken, or will be. */
    private static final int SHORTEST_RSA_KEY = 2_048;

    private final DefaultJWSVerifierFactory verifiers = new DefaultJWSVerifierFactory();

    Optional<Denial> denial(BearerToken token, RegisteredClient client) {
        JWSHeader header = new JWSHeader.Builder(token.header().algorithm())
                .keyID(token.header().keyId())
                .build();
        try {
            List<JWK> keys = client.keys().get(new JWKSelector(JWKMatcher.forJWSHeader(header)), null);
            if (keys.isEmpty()) {
                return Optional.of(Denial.UNKNOWN_KEY);
            }
            return keys.stream().anyMatch(key -> verifies(key, token))
                    ? Optional.empty()
                    : Optional.of(Denial.SIGNATURE);
        } catch (KeySourceException unavailable) {
            return Optional.of(Denial.KEYS_UNAVAILABLE);
        }
    }

    private boolean verifies(JWK key, BearerToken token) {
        if (key instanceof RSAKey && key.size() < SHORTEST_RSA_KEY) {
            return false;
        }
        try {
            JWSVerifier verifier =
                    verifiers.createJWSVerifier(token.signed().getHeader(), ((AsymmetricJWK) key).toPublicKey());
            return token.signed().verify(verifier);
        } catch (JOSEException unsuitable) {
            // a curve that is not the one of the algorithm
            return false;
        }
    }
}
