package org.livercds.cards;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.livercds.clinical.guideline.RecommendationId;
import org.livercds.clinical.guideline.Status;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.ContentProblems;
import org.livercds.hooks.Language;

/** The cards in every language, all checked, whichever are asked for. */
public record CardCatalogues(Map<Language, CardCatalogue> byLanguage) {

    public CardCatalogues {
        byLanguage = Map.copyOf(byLanguage);
    }

    /** As {@link CardCatalogue#read}. */
    public static CardCatalogues read(ContentFolder folder, Map<RecommendationId, Set<Status>> recommendations) {
        Map<Language, CardCatalogue> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, CardCatalogue.read(folder, language, recommendations));
        }
        return new CardCatalogues(all);
    }

    /** All that keeps the cards of a folder from being used. */
    public static void check(
            ContentFolder folder, Map<RecommendationId, Set<Status>> recommendations, ContentProblems problems) {
        for (Language language : Language.values()) {
            CardCatalogue.check(folder, language, recommendations, problems);
        }
    }

    public CardCatalogue in(Language language) {
        return byLanguage.get(language);
    }
}
