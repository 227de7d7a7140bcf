package org.livercds.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.List;

/** Key pairs of a client, made for one run of the tests. */
public final class Keys {

    /** Some EHRs name their keys so. */
    public static final String ODD_ID = "a+b/c==";

    public static final ECKey ES384 = ec(Curve.P_384, "es384");
    public static final ECKey ES256 = ec(Curve.P_256, "es256");
    public static final ECKey NEXT = ec(Curve.P_384, ODD_ID);
    public static final RSAKey RS384 = rsa(2_048, "rs384");
    public static final RSAKey SHORT = rsa(1_024, "short");

    /** Of somebody else, under the id of the client's key. */
    public static final ECKey STRANGER = ec(Curve.P_384, "es384");

    private Keys() {}

    /** As a client publishes them. */
    public static String published(JWK... keys) {
        return new JWKSet(List.of(keys)).toString(true);
    }

    private static ECKey ec(Curve curve, String id) {
        try {
            return new ECKeyGenerator(curve).keyID(id).keyUse(KeyUse.SIGNATURE).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RSAKey rsa(int bits, String id) {
        try {
            return new RSAKeyGenerator(bits, true)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
