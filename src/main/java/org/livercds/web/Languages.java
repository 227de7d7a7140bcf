package org.livercds.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.livercds.hooks.Caller;
import org.livercds.hooks.Language;
import org.livercds.service.LiverCdsConfig;

/** In which language an answer is: the one that is asked for, else the client's, else the site's. */
@Singleton
final class Languages {

    /** Whoever keeps an answer for another call has to look at these; the first is there for CORS. */
    static final String VARY = "Origin, Accept-Language";

    private final Language ofSite;
    private final Map<String, Language> ofClients = new HashMap<>();
    private volatile Asked last = new Asked("", Optional.empty());

    /** A header and what it asks for: most calls of a client have the same one, and it is read once. */
    private record Asked(String header, Optional<Language> language) {}

    Languages(LiverCdsConfig config) {
        this.ofSite = config.language();
        config.clients()
                .forEach((name, client) -> client.language().ifPresent(language -> ofClients.put(name, language)));
    }

    Language of(HttpHeaders headers, Caller caller) {
        List<String> asked = headers.getRequestHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (!asked.isEmpty()) {
            Optional<Language> preferred = preferred(asked.size() == 1 ? asked.get(0) : String.join(",", asked));
            if (preferred.isPresent()) {
                return preferred.get();
            }
        }
        return caller.client().map(ofClients::get).orElse(ofSite);
    }

    /** @param chosen on the page itself, as in {@code es}, or null; it goes before all else */
    PageLanguage ofPage(String chosen, HttpHeaders headers) {
        return ofPage(chosen, headers, Caller.UNKNOWN);
    }

    /** Of a page that is opened for a client. */
    PageLanguage ofPage(String chosen, HttpHeaders headers, Caller caller) {
        return PageLanguage.of(chosen, of(headers, caller));
    }

    private Optional<Language> preferred(String header) {
        Asked known = last;
        if (!known.header().equals(header)) {
            known = new Asked(header, Language.preferredBy(header));
            last = known;
        }
        return known.language();
    }
}
