package org.livercds.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.livercds.service.LiverCdsConfig;

/**
 * What a browser keeps for us, for no script and no other host: of each launch a secret until it comes back, of each page
 * one until its session is over. Pages have cookies of their own, so that two tabs never mix their patients.
 *
 * <p>Browsers take the prefix {@code __Host-} and {@code Secure} over https only. Over plain http, on one's own machine,
 * cookies go without.
 */
@Singleton
final class AppCookies {

    private static final String LAUNCH = "livercds-launch-";
    private static final String SESSION = "livercds-app-";

    private final boolean secure;
    private final boolean framed;

    @Inject
    AppCookies(LiverCdsConfig config) {
        this(
                config.publicUrl().filter(url -> url.startsWith("https://")).isPresent(),
                config.app().framedBy().filter(origins -> !origins.isEmpty()).isPresent());
    }

    /** @param framed the page stands in a frame of another site */
    AppCookies(boolean secure, boolean framed) {
        this.secure = secure;
        this.framed = framed;
    }

    String ofLaunch(String view, String secret, Duration life) {
        return cookie(name(LAUNCH, view), secret, life);
    }

    String ofSession(String view, String secret, Duration life) {
        return cookie(name(SESSION, view), secret, life);
    }

    String launchIsOver(String view) {
        return cookie(name(LAUNCH, view), "", Duration.ZERO);
    }

    String sessionIsOver(String view) {
        return cookie(name(SESSION, view), "", Duration.ZERO);
    }

    Optional<String> launch(HttpHeaders headers, String view) {
        return value(headers, name(LAUNCH, view));
    }

    Optional<String> session(HttpHeaders headers, String view) {
        return value(headers, name(SESSION, view));
    }

    /** All sessions of the browser: secrets by their views. */
    Map<String, String> sessions(HttpHeaders headers) {
        String prefix = name(SESSION, "");
        Map<String, String> sessions = new TreeMap<>();
        headers.getCookies().forEach((name, cookie) -> {
            if (name.startsWith(prefix)) {
                sessions.put(name.substring(prefix.length()), cookie.getValue());
            }
        });
        return sessions;
    }

    private static Optional<String> value(HttpHeaders headers, String name) {
        return Optional.ofNullable(headers.getCookies().get(name)).map(Cookie::getValue);
    }

    private String name(String kind, String view) {
        return (secure ? "__Host-" : "") + kind + view;
    }

    /** Lax, not strict: an EHR sends the browser here, and a strict cookie would stay behind. */
    private String cookie(String name, String value, Duration life) {
        String site = framed && secure ? "SameSite=None; Partitioned" : "SameSite=Lax";
        List<String> parts = List.of(name + "=" + value, "Path=/", "Max-Age=" + life.toSeconds(), "HttpOnly", site);
        return String.join("; ", parts) + (secure ? "; Secure" : "");
    }
}
