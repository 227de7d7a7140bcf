package org.livercds.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetSourceWrapper;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;

/**
 * Asks for keys at most once a minute, however many unknown keys callers name; while there are none yet, every five
 * seconds. (The one of the library lets two through.)
 */
final class PacedKeySet extends JWKSetSourceWrapper<SecurityContext> {

    private static final long A_MINUTE = 60_000;
    private static final long WITHOUT_KEYS = 5_000;

    private long opens = Long.MIN_VALUE;
    private boolean haveKeys;

    PacedKeySet(JWKSetSource<SecurityContext> source) {
        super(source);
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
            throws KeySourceException {
        pass(now);
        JWKSet keys = getSource().getJWKSet(refresh, now, context);
        restFrom(now);
        return keys;
    }

    private synchronized void pass(long now) throws KeySourceException {
        if (now < opens) {
            throw haveKeys ? new RateLimitReachedException() : new JWKSetUnavailableException("no keys yet");
        }
        opens = now + WITHOUT_KEYS;
    }

    private synchronized void restFrom(long now) {
        opens = now + A_MINUTE;
        haveKeys = true;
    }
}
