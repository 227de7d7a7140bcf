package org.livercds.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client prefers, by RFC 9110; whatever cannot be read is no preference. */
class LanguageTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "es                              | ES",
                "en                              | EN",
                "ES                              | ES",
                "es-MX                           | ES",
                "es-419,es;q=0.9                 | ES",
                "es-ES,es;q=0.9,en;q=0.8         | ES",
                "en-US,en;q=0.9                  | EN",
                "de,es;q=0.5,en;q=0.4            | ES",
                "de-CH, fr;q=0.9, en;q=0.1       | EN",
                "en;q=0.3, es;q=0.7              | ES",
                "en;q=0, es;q=0.1                | ES",
                "es;q=0, en;q=0.1                | EN",
                "ca, *;q=0.5, es;q=0.4           | ES",
                "eu-ES , es-ES ; q=0.8           | ES",
                "zh-Hant-TW, es-Latn-ES          | ES"
            })
    void the_most_wanted_of_ours(String header, Language language) {
        assertEquals(Optional.of(language), Language.preferredBy(header));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*",
                "de",
                "de, fr;q=0.5",
                "es;q=0",
                "est",
                "english",
                "español",
                ";;;",
                "es;q=2",
                "es;q=x",
                "es;level=1;q=",
                "\u0000",
                "{es}",
                ",",
                "q=1",
                "<script>",
                "es\u200b"
            })
    void nothing_where_none_is_named_or_the_header_cannot_be_read(String header) {
        assertEquals(Optional.empty(), Language.preferredBy(header));
    }

    @Test
    void what_is_too_long_is_not_looked_at() {
        assertEquals(Optional.empty(), Language.preferredBy("es," + "de,".repeat(20_000)));
        assertTimeout(Duration.ofSeconds(2), () -> Language.preferredBy("a-b-".repeat(16_000)));
    }

    @Test
    void codes_and_locales_are_those_of_the_language() {
        assertEquals("es", Language.ES.locale().getLanguage());
        assertEquals(Optional.of(Language.ES), Language.withCode("es"));
        assertEquals(Optional.empty(), Language.withCode("ES"));
    }
}
