package org.livercds.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import org.livercds.outbound.FhirServer;
import org.livercds.outbound.KeySetClient;

/** Keys that a client publishes. */
record KeySetAddress(KeySetClient http, FhirServer address) implements JWKSetSource<SecurityContext> {

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
            throws KeySourceException {
        return http.fetch(address)
                .flatMap(KeySets::read)
                .orElseThrow(() -> new JWKSetUnavailableException("no keys at " + address));
    }

    @Override
    public void close() {
        // the connections are everybody's
    }
}
