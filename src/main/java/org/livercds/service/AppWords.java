package org.livercds.service;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.livercds.cards.CardCatalogue;
import org.livercds.cards.CardCatalogues;
import org.livercds.cards.SourceDocument;
import org.livercds.cards.Words;
import org.livercds.codes.ContentVersion;
import org.livercds.hooks.Language;

/** The words of the cards, for the pages that show the same things. */
@Singleton
public final class AppWords {

    private final Map<Language, InLanguage> byLanguage = new EnumMap<>(Language.class);

    /**
     * One language. A key of our own vocabulary without words reads well as it is.
     *
     * @param content which content answers
     */
    public record InLanguage(
            Map<String, String> phrases, Map<String, String> topics, List<Source> sources, String content) {

        public String phrase(String key) {
            return phrases.getOrDefault(key, key.substring(key.lastIndexOf('.') + 1));
        }

        public String topic(String code) {
            return topics.getOrDefault(code, code);
        }
    }

    /** A source document. */
    public record Source(String id, String label, String url, String date) {}

    AppWords(CardCatalogues catalogues, ContentVersion content) {
        for (Language language : Language.values()) {
            byLanguage.put(language, of(catalogues.in(language), content));
        }
    }

    public InLanguage in(Language language) {
        return byLanguage.get(language);
    }

    private static InLanguage of(CardCatalogue cards, ContentVersion content) {
        Words words = Words.of(cards);
        return new InLanguage(
                words.phrases(),
                words.topics(),
                cards.documents().stream().map(AppWords::source).toList(),
                cards.version(content));
    }

    private static Source source(SourceDocument document) {
        return new Source(document.id(), document.label(), document.url(), document.date());
    }
}
