package org.livercds.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.livercds.hooks.Card;

/**
 * The cards of one answer.
 *
 * @param heldBack topics of cards that would only say again what their reader has set aside
 */
public record Written(List<Shown> shown, List<String> heldBack) {

    public Written {
        shown = List.copyOf(shown);
        heldBack = List.copyOf(heldBack);
    }

    /**
     * A card.
     *
     * @param facts behind it, in plain form; none where it is never held back
     */
    public record Shown(Card card, Map<String, String> facts) {}

    public List<Card> cards() {
        List<Card> cards = new ArrayList<>(shown.size());
        for (Shown one : shown) {
            cards.add(one.card());
        }
        return cards;
    }
}
