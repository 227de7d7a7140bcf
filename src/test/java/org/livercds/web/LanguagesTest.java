package org.livercds.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.hooks.Caller;
import org.livercds.hooks.Language;
import org.livercds.service.LiverCdsConfig;

/** What is asked for goes before what the client is set to, and that before the site's language. */
class LanguagesTest {

    private static final Map<String, String> CLIENTS = Map.of(
            "livercds.clients.madrid.issuer", "https://madrid.example.org",
            "livercds.clients.madrid.language", "es",
            "livercds.clients.boston.issuer", "https://boston.example.org");

    @ParameterizedTest(name = "site {0}, client {1}, asks for {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-,  -,      -,  EN",
                "es, -,      -,  ES",
                "en, -,      es, ES",
                "es, -,      en, EN",
                "en, madrid, -,  ES",
                "en, madrid, en, EN",
                "en, madrid, de, ES",
                "es, boston, -,  ES",
                "en, boston, es, ES",
                "es, boston, fr, ES"
            })
    void the_nearest_wish_counts(String site, String client, String asked, Language expected) {
        Languages languages = new Languages(config(Optional.ofNullable(site)));
        Caller caller = new Caller(Optional.ofNullable(client), Optional.empty(), Optional.empty(), Optional.empty());
        assertEquals(expected, languages.of(headers(asked), caller));
        assertEquals(expected, languages.of(headers(asked), caller), "as well from memory");
    }

    @Test
    void what_was_asked_last_is_not_taken_for_what_is_asked_now() {
        Languages languages = new Languages(config(Optional.empty()));
        List.of(Language.ES, Language.EN, Language.ES)
                .forEach(language -> assertEquals(language, languages.of(headers(language.code()), Caller.UNKNOWN)));
        assertEquals(Language.EN, languages.of(headers(null), Caller.UNKNOWN));
    }

    @Test
    void a_language_that_there_is_not_stops_the_start() {
        assertThrows(RuntimeException.class, () -> config(Optional.of("fr")));
    }

    private static LiverCdsConfig config(Optional<String> language) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withDefaultValues(CLIENTS)
                .withMapping(LiverCdsConfig.class);
        language.ifPresent(code -> builder.withDefaultValue("livercds.language", code));
        return builder.build().getConfigMapping(LiverCdsConfig.class);
    }

    private static HttpHeaders headers(String acceptLanguage) {
        List<String> asked = acceptLanguage == null ? List.of() : List.of(acceptLanguage);
        return (HttpHeaders) Proxy.newProxyInstance(
                LanguagesTest.class.getClassLoader(),
                new Class<?>[] {HttpHeaders.class},
                (proxy, method, arguments) -> asked);
    }
}
