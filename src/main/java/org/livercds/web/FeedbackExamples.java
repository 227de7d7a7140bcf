package org.livercds.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.livercds.hooks.Card;
import org.livercds.hooks.Coding;

/** Feedback on a card, as clients send it: by the standard, and as Epic writes it. */
final class FeedbackExamples {

    private static final String AT = "2026-11-21T08:15:00Z";

    private FeedbackExamples() {}

    static Map<String, Object> about(Card card) {
        Coding reason = card.overrideReasons().get(0);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("accepted", told(card, "accepted", "acceptedSuggestions", suggestions(card)));
        all.put("overridden", told(card, "overridden", "overrideReason", Map.of("reason", reason)));
        all.put("overridden-in-epic", told(card, "overridden", "overrideReasons", Map.of("reason", reason)));
        return all;
    }

    private static List<Map<String, String>> suggestions(Card card) {
        return card.suggestions().stream()
                .map(suggestion -> Map.of("id", suggestion.uuid()))
                .toList();
    }

    private static Map<String, Object> told(Card card, String outcome, String member, Object why) {
        return Map.of(
                "feedback",
                List.of(Map.of("card", card.uuid(), "outcome", outcome, "outcomeTimestamp", AT, member, why)));
    }
}
