package org.livercds.cards;

import java.util.Map;
import java.util.Optional;

/**
 * What the reader of a card has set aside for this patient before, not too long ago.
 *
 * @param facts those behind each card that was set aside, by its topic
 */
public record SetAside(Map<String, Map<String, String>> facts) {

    public static final SetAside NOTHING = new SetAside(Map.of());

    public SetAside {
        facts = Map.copyOf(facts);
    }

    Optional<Map<String, String>> of(CardTopic topic) {
        return Optional.ofNullable(facts.get(topic.code()));
    }
}
