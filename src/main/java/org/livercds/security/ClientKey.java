package org.livercds.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

/** A private key with which tokens are signed as an EHR does: to try a connection, never to serve one. */
public final class ClientKey {

    private final JWK key;

    private ClientKey(JWK key) {
        this.key = key;
    }

    /** @throws IllegalArgumentException with a sentence, where the file holds no private key with a kid */
    public static ClientKey read(Path file) throws IOException {
        try {
            JWK key = JWK.parse(Files.readString(file));
            if (key instanceof AsymmetricJWK && key.isPrivate() && key.getKeyID() != null) {
                return new ClientKey(key);
            }
        } catch (ParseException none) {
            throw new IllegalArgumentException(sentence(file), none);
        }
        throw new IllegalArgumentException(sentence(file));
    }

    /** A new one, in a file that only this user can read. */
    public static ClientKey make(Path file) throws IOException {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_384)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES384)
                    .generate();
            boolean posix =
                    Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
            if (posix) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(
                    file, key.toJSONString(), posix ? StandardOpenOption.WRITE : StandardOpenOption.CREATE_NEW);
            return new ClientKey(key);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("The JDK has P-384", impossible);
        }
    }

    /** The public key, as the key set that an operator registers. */
    public String published() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /**
     * A token as CDS Hooks asks for.
     *
     * @param life from {@code iat}, which is now, to {@code exp}
     */
    public String token(
            String issuer,
            String audience,
            Optional<String> tenant,
            Optional<String> keySet,
            Instant now,
            Duration life) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .jwtID(UUID.randomUUID().toString());
        tenant.ifPresent(named -> claims.claim("tenant", named));
        JWSHeader.Builder header =
                new JWSHeader.Builder(algorithm()).type(JOSEObjectType.JWT).keyID(key.getKeyID());
        keySet.map(URI::create).ifPresent(header::jwkURL);
        SignedJWT token = new SignedJWT(header.build(), claims.build());
        try {
            token.sign(new DefaultJWSSignerFactory().createJWSSigner(key, algorithm()));
        } catch (JOSEException unsuitable) {
            throw new IllegalArgumentException("The key cannot sign with " + algorithm(), unsuitable);
        }
        return token.serialize();
    }

    /** What the key says, or else what suits it. */
    private JWSAlgorithm algorithm() {
        return Optional.ofNullable(key.getAlgorithm())
                .map(named -> JWSAlgorithm.parse(named.getName()))
                .orElseGet(() -> key instanceof ECKey ec ? ofCurve(ec.getCurve()) : JWSAlgorithm.RS384);
    }

    private static JWSAlgorithm ofCurve(Curve curve) {
        if (curve.equals(Curve.P_256)) {
            return JWSAlgorithm.ES256;
        }
        return curve.equals(Curve.P_521) ? JWSAlgorithm.ES512 : JWSAlgorithm.ES384;
    }

    private static String sentence(Path file) {
        return file + " holds no private key: one JSON Web Key (RSA or EC) with a kid.";
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ClientKey";
    }
}
