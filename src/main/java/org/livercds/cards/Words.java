package org.livercds.cards;

import java.util.Map;
import java.util.TreeMap;

/**
 * The words of one language, for pages that show keys of the core.
 *
 * @param phrases by keys such as {@code statement.resectable}
 * @param topics the names of the cards, by their topics
 */
public record Words(Map<String, String> phrases, Map<String, String> topics) {
    public Words {
        phrases = Map.copyOf(phrases);
        topics = Map.copyOf(topics);
    }

    public static Words of(CardCatalogue cards) {
        Map<String, String> topics = new TreeMap<>();
        cards.files().forEach((topic, file) -> topics.put(topic.code(), file.name()));
        return new Words(cards.phrases().all(), topics);
    }
}
