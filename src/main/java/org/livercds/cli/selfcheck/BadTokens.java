package org.livercds.cli.selfcheck;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Tokens that open nothing, each with one thing wrong.
 *
 * @param path that is called
 */
record BadTokens(Tokens tokens, String path) {

    private static final long HOUR = 3_600;

    /** By the requirement that says so. */
    Map<String, String> byRequirement() {
        long now = Instant.now().getEpochSecond();
        Map<String, String> bad = new LinkedHashMap<>();
        ObjectNode unsigned = tokens.header().put("alg", "none");
        bad.put("token.none", Tokens.part(unsigned) + "." + Tokens.part(tokens.claims(path)) + ".");
        bad.put("token.symmetric", symmetric());
        bad.put("token.tampered", tampered());
        bad.put("token.other-key", strange(tokens.key().getKeyID()));
        bad.put("token.unknown-key", strange("selfcheck-" + UUID.randomUUID()));
        bad.put(
                "token.expired",
                with(claims -> claims.put("iat", now - 2 * HOUR).put("exp", now - HOUR)));
        bad.put("token.audience", with(claims -> claims.put("aud", "https://selfcheck.invalid" + path)));
        bad.put("token.other-path", with(claims -> claims.put("aud", tokens.audience() + "/cds-services")));
        bad.put("token.issuer", with(claims -> claims.put("iss", "https://selfcheck.invalid")));
        bad.put("token.no-exp", with(claims -> claims.remove("exp")));
        bad.put("token.no-jti", with(claims -> claims.remove("jti")));
        bad.put("token.future", with(claims -> claims.put("iat", now + HOUR).put("exp", now + HOUR + 240)));
        bad.put("token.long", with(claims -> claims.put("exp", now + 24 * HOUR)));
        return bad;
    }

    private String with(Consumer<ObjectNode> change) {
        ObjectNode claims = tokens.claims(path);
        change.accept(claims);
        return tokens.signed(tokens.header(), claims);
    }

    /** Other claims under a signature that was good. */
    private String tampered() {
        String good = tokens.good(path);
        ObjectNode claims = tokens.claims(path).put("sub", "selfcheck");
        return good.substring(0, good.indexOf('.') + 1) + Tokens.part(claims) + good.substring(good.lastIndexOf('.'));
    }

    /** @param id under which the key of nobody is named */
    private String strange(String id) {
        ObjectNode header = tokens.header();
        if (id != null) {
            header.put("kid", id);
        }
        return Tokens.signed(header, tokens.claims(path), stranger());
    }

    private JWK stranger() {
        try {
            if (tokens.key() instanceof ECKey ec) {
                return new ECKeyGenerator(ec.getCurve()).generate();
            }
            return new RSAKeyGenerator(2_048).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String symmetric() {
        ObjectNode header = tokens.header().put("alg", "HS256");
        String content = Tokens.part(header) + "." + Tokens.part(tokens.claims(path));
        try {
            byte[] published = ((AsymmetricJWK) tokens.key()).toPublicKey().getEncoded();
            JWSHeader signed = new JWSHeader(JWSAlgorithm.HS256);
            return content + "." + new MACSigner(published).sign(signed, content.getBytes(StandardCharsets.UTF_8));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
