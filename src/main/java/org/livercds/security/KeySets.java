package org.livercds.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads JSON Web Key Sets, RFC 7517 section 5: keys that are not understood are passed over. */
final class KeySets {

    private KeySets() {}

    /** @return empty without a single public key that has an id */
    static Optional<JWKSet> read(ObjectNode json) {
        List<JWK> keys = StreamSupport.stream(json.path("keys").spliterator(), false)
                .flatMap(key -> key(key).stream())
                .filter(KeySets::isPublic)
                .toList();
        return keys.isEmpty() ? Optional.empty() : Optional.of(new JWKSet(keys));
    }

    /** Of a key whose private part is published anybody may have signed. */
    private static boolean isPublic(JWK key) {
        return key instanceof AsymmetricJWK && !key.isPrivate() && Objects.nonNull(key.getKeyID());
    }

    private static Optional<JWK> key(JsonNode json) {
        try {
            return Optional.of(JWK.parse(json.toString()));
        } catch (ParseException notUnderstood) {
            return Optional.empty();
        }
    }
}
