package org.livercds.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A token as an EHR makes it, of which every part can be spoilt; signed as it then is. */
public final class Token {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode header = JSON.createObjectNode();
    private final ObjectNode claims = JSON.createObjectNode();
    private JWK key = Keys.ES384;
    private String algorithm = "ES384";

    private Token() {}

    /** Good for five minutes. */
    public static Token of(String issuer, String audience, Instant now) {
        Token token = new Token();
        token.header.put("alg", "ES384").put("typ", "JWT").put("kid", "es384");
        token.claims
                .put("iss", issuer)
                .put("aud", audience)
                .put("iat", now.getEpochSecond())
                .put("exp", now.getEpochSecond() + 300)
                .put("jti", UUID.randomUUID().toString());
        return token;
    }

    public Token header(String member, String json) {
        return set(header, member, json);
    }

    public Token claim(String member, String json) {
        return set(claims, member, json);
    }

    public Token text(String member, String text) {
        claims.put(member, text);
        return this;
    }

    public Token without(String member) {
        header.remove(member);
        claims.remove(member);
        return this;
    }

    /** Seconds from now. */
    public Token time(String member, Instant now, long seconds) {
        claims.put(member, now.getEpochSecond() + seconds);
        return this;
    }

    public Token signedBy(JWK signer, String name) {
        this.key = signer;
        this.algorithm = name;
        header.put("alg", name).put("kid", signer.getKeyID());
        return this;
    }

    /** The key alone: the header says what it said. */
    public Token withKey(JWK signer) {
        this.key = signer;
        return this;
    }

    /** As it goes over the wire. */
    public String compact() {
        return compact(header.toString(), claims.toString());
    }

    /** With parts as they are written here, signed all the same. */
    public String compact(String headerJson, String claimsJson) {
        String signed = part(headerJson) + "." + part(claimsJson);
        return signed + "." + signature(signed);
    }

    public String headerJson() {
        return header.toString();
    }

    public String claimsJson() {
        return claims.toString();
    }

    public static String part(String json) {
        return Base64URL.encode(json.getBytes(UTF_8)).toString();
    }

    private String signature(String signed) {
        JWSAlgorithm named = JWSAlgorithm.parse(algorithm);
        try {
            return signer(named)
                    .sign(new JWSHeader(named), signed.getBytes(UTF_8))
                    .toString();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JWSSigner signer(JWSAlgorithm named) throws JOSEException {
        return key instanceof RSAKey rsa
                ? new RSASSASigner(rsa.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance()))
                : new DefaultJWSSignerFactory().createJWSSigner(key, named);
    }

    private Token set(ObjectNode part, String member, String json) {
        try {
            JsonNode value = JSON.readTree(json);
            part.set(member, value);
            return this;
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
