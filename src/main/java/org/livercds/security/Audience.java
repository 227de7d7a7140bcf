package org.livercds.security;

import java.util.List;
import java.util.regex.Pattern;

/**
 * For which address a token was made: the one that is called, and no other. It is told by the configured public URL,
 * never by what the call says of its host.
 *
 * @param publicUrl of the service, without a slash at its end
 */
record Audience(String publicUrl) {

    private static final String FEEDBACK = "/feedback";
    private static final Pattern DOUBLED = Pattern.compile("(?<!:)/{2,}");
    private static final Pattern AT_END = Pattern.compile("/+$");

    Audience {
        publicUrl = plain(publicUrl);
    }

    /**
     * Clients that build addresses by hand add slashes; for feedback some name the service, some the address.
     *
     * @param path of the call, as in {@code /cds-services/some-service}
     */
    boolean admits(List<String> audience, String path) {
        String called = plain(publicUrl + path);
        return !audience.isEmpty() && audience.stream().map(Audience::plain).allMatch(named -> isOf(named, called));
    }

    private static boolean isOf(String named, String called) {
        return named.equals(called) || called.endsWith(FEEDBACK) && (named + FEEDBACK).equals(called);
    }

    private static String plain(String address) {
        return AT_END.matcher(DOUBLED.matcher(address).replaceAll("/")).replaceFirst("");
    }
}
