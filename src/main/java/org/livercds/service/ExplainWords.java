package org.livercds.service;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.livercds.hooks.Language;

/** The words of the demo EHR and of the explanation: their own, and those of the cards. */
@Singleton
public final class ExplainWords {

    private final Map<Language, Told> byLanguage = new EnumMap<>(Language.class);

    ExplainWords(AppWords cards) {
        for (Language language : Language.values()) {
            AppWords.InLanguage words = cards.in(language);
            byLanguage.put(
                    language, new Told(language.code(), words.phrases(), words.topics(), ofPages(language.code())));
        }
    }

    /** @param page by keys such as {@code card.details} */
    private record Told(
            String language, Map<String, String> phrases, Map<String, String> topics, Map<String, String> page) {}

    /** To be written as JSON. */
    public Object all(Language language) {
        return byLanguage.get(language);
    }

    private static Map<String, String> ofPages(String language) {
        Properties properties = new Properties();
        String file = "/words/demo_" + language + ".properties";
        try (InputStream in = ExplainWords.class.getResourceAsStream(file);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
        Map<String, String> words = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return words;
    }
}
