package org.livercds.cards;

import java.util.EnumMap;
import java.util.Map;
import org.livercds.codes.ContentVersion;
import org.livercds.codes.OrderCodes;
import org.livercds.hooks.CardIds;
import org.livercds.hooks.Language;

/** A writer of cards for each language. What they rest on, their topics and their ids are the same in all. */
public final class CardWriters {

    private final Map<Language, CardWriter> writers = new EnumMap<>(Language.class);

    public CardWriters(CardCatalogues catalogues, OrderCodes orderCodes, CardIds ids, ContentVersion content) {
        catalogues
                .byLanguage()
                .forEach((language, catalogue) ->
                        writers.put(language, new CardWriter(catalogue, orderCodes, ids, content)));
    }

    public CardWriter in(Language language) {
        return writers.get(language);
    }
}
