package org.livercds.outbound;

import java.net.URI;
import java.util.Locale;

/** Scheme, host and port: what a token belongs to, and what a link to the next page has to share. */
public record Origin(String scheme, String host, int port) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** @param absolute an http or https address with a host */
    static Origin of(URI absolute) {
        String scheme = absolute.getScheme().toLowerCase(Locale.ROOT);
        int port = absolute.getPort() == -1 ? defaultPort(scheme) : absolute.getPort();
        return new Origin(scheme, absolute.getHost().toLowerCase(Locale.ROOT), port);
    }

    boolean isTls() {
        return scheme.equals("https");
    }

    @Override
    public String toString() {
        return scheme + "://" + host + (port == defaultPort(scheme) ? "" : ":" + port);
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? HTTPS : HTTP;
    }
}
