package org.livercds.service;

import jakarta.inject.Singleton;
import org.livercds.cards.CardCatalogue;
import org.livercds.cards.Words;

/** The words in which the explanation is shown: those of the cards. */
@Singleton
public final class ExplainWords {

    private final Words words;

    ExplainWords(CardCatalogue cards) {
        this.words = Words.of(cards);
    }

    /** To be written as JSON. */
    public Object all() {
        return words;
    }
}
