package org.livercds.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The base URL of a FHIR server in its one form: lower case scheme and host, no default port, no slash at the end. */
final class BaseUrl {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LAST_PORT = 65_535;
    private static final Pattern DOTS = Pattern.compile("(^|/)\\.{1,2}(/|$)");
    private static final Pattern ENCODED_DOT = Pattern.compile("%2e", Pattern.CASE_INSENSITIVE);
    private static final Pattern SLASHES_AT_END = Pattern.compile("/+$");

    private BaseUrl() {}

    /** @return empty for whatever is no plain http or https address */
    static Optional<URI> normalized(String text) {
        try {
            URI uri = new URI(text);
            return isPlain(uri) ? Optional.of(normalized(uri)) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(URI uri) {
        return uri.getScheme() != null
                && uri.getHost() != null
                && SCHEMES.contains(Origin.of(uri).scheme())
                && uri.getPort() != 0
                && uri.getPort() <= LAST_PORT
                && !uri.getRawAuthority().contains("@")
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && !DOTS.matcher(uri.getRawPath()).find()
                && !ENCODED_DOT.matcher(uri.getRawPath()).find();
    }

    private static URI normalized(URI uri) {
        return URI.create(
                Origin.of(uri) + SLASHES_AT_END.matcher(uri.getRawPath()).replaceFirst(""));
    }
}
