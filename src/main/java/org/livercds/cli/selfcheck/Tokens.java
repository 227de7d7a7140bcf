package org.livercds.cli.selfcheck;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Tokens of one client, good and bad.
 *
 * @param key with its private part
 * @param audience the address that the service has for its clients
 * @param keySet where the public key is published
 */
public record Tokens(JWK key, String issuer, String audience, Optional<String> keySet, Optional<String> tenant) {

    private static final Duration LIFE = Duration.ofMinutes(4);

    /** Without the key. */
    @Override
    public String toString() {
        return "Tokens of " + issuer;
    }

    String good(String path) {
        return signed(header(), claims(path));
    }

    ObjectNode header() {
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        header.put("alg", algorithm(key).getName()).put("typ", "JWT");
        if (key.getKeyID() != null) {
            header.put("kid", key.getKeyID());
        }
        keySet.ifPresent(address -> header.put("jku", address));
        return header;
    }

    ObjectNode claims(String path) {
        Instant now = Instant.now();
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.put("iss", issuer)
                .put("aud", audience + path)
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(LIFE).getEpochSecond())
                .put("jti", UUID.randomUUID().toString());
        tenant.ifPresent(name -> claims.put("tenant", name));
        return claims;
    }

    String signed(ObjectNode header, ObjectNode claims) {
        return signed(header, claims, key);
    }

    static String signed(ObjectNode header, ObjectNode claims, JWK signer) {
        String content = part(header) + "." + part(claims);
        JWSAlgorithm algorithm = JWSAlgorithm.parse(header.path("alg").asText());
        try {
            return content + "."
                    + new DefaultJWSSignerFactory()
                            .createJWSSigner(signer, algorithm)
                            .sign(new JWSHeader(algorithm), content.getBytes(StandardCharsets.UTF_8));
        } catch (JOSEException unusable) {
            throw new IllegalArgumentException("The key cannot sign.", unusable);
        }
    }

    static String part(ObjectNode json) {
        return Base64URL.encode(json.toString()).toString();
    }

    /** As the key says, else what the specification recommends. */
    static JWSAlgorithm algorithm(JWK key) {
        if (key.getAlgorithm() != null) {
            return JWSAlgorithm.parse(key.getAlgorithm().getName());
        }
        if (key instanceof ECKey ec) {
            return Curve.P_256.equals(ec.getCurve())
                    ? JWSAlgorithm.ES256
                    : Curve.P_521.equals(ec.getCurve()) ? JWSAlgorithm.ES512 : JWSAlgorithm.ES384;
        }
        return JWSAlgorithm.RS384;
    }
}
