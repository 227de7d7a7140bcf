package org.livercds.web;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.livercds.feedback.Summary;
import org.livercds.feedback.Summary.Flag;
import org.livercds.feedback.Summary.ReasonCount;
import org.livercds.feedback.Summary.ServiceCalls;
import org.livercds.feedback.Summary.Tally;
import org.livercds.feedback.Summary.TopicSummary;
import org.livercds.feedback.Summary.Week;
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

    /** One topic in one week, in which two of three cards were overridden. */
    static Summary summary() {
        Tally tally = new Tally(40, 5, 1, 2);
        return new Summary(
                "2026-11-16",
                "2026-11-20",
                List.of(new ServiceCalls("liver-cancer-patient-view", "2.0.0", tally.calls())),
                List.of(new TopicSummary(
                        "liver-cancer-patient-view",
                        "ablation",
                        "Ablation",
                        "2.0.0",
                        tally,
                        new BigDecimal("12.5"),
                        new BigDecimal("66.7"),
                        List.of(new ReasonCount(null, null, null, tally.overridden())),
                        List.of(Flag.SHOWN_OFTEN),
                        List.of(new Week("2026-11-16", tally)))),
                0);
    }
}
