package org.livercds.security;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import java.util.Optional;
import java.util.Set;

/**
 * The header of a token: only what it may hold.
 *
 * @param keySet {@code jku}: the address of the keys, as the client says
 */
record TokenHeader(JWSAlgorithm algorithm, String keyId, Optional<String> keySet) {

    /** The thumbprints say only what {@code kid} says, and load nothing. */
    private static final Set<String> ALLOWED = Set.of("alg", "typ", "kid", "jku", "x5t", "x5t#S256");

    private static final int LONGEST_KEY_ID = 512;

    static TokenHeader of(ObjectNode header) {
        JWSAlgorithm algorithm =
                Algorithms.named(header.path("alg").asText()).orElseThrow(() -> new DeniedException(Denial.ALGORITHM));
        header.fieldNames().forEachRemaining(name -> {
            if (!ALLOWED.contains(name)) {
                throw new DeniedException(Denial.HEADER_NOT_ALLOWED);
            }
        });
        if (!header.path("typ").asText().equalsIgnoreCase("JWT")) {
            throw new DeniedException(Denial.NOT_A_JWT);
        }
        String keyId = header.path("kid").isTextual() ? header.path("kid").asText() : "";
        if (keyId.isBlank() || keyId.length() > LONGEST_KEY_ID) {
            throw new DeniedException(Denial.NO_KEY_ID);
        }
        if (header.has("jku") && !header.path("jku").isTextual()) {
            throw new DeniedException(Denial.UNKNOWN_KEY_SET);
        }
        return new TokenHeader(
                algorithm, keyId, Optional.of(header.path("jku").asText()).filter(address -> !address.isEmpty()));
    }
}
