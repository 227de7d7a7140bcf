package org.livercds.service;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.Recommendation;
import org.livercds.clinical.guideline.Withheld;
import org.livercds.hooks.Card;
import org.livercds.hooks.Evaluation;

/** Counts what answers say: cards or why there is none, rules, missing data, and what became of the prefetch keys. */
@Singleton
public final class AnswerMeasures {

    static final String HELD_BACK = "heldBack";
    static final String INCOMPLETE = "incomplete";
    static final String NOTHING_TO_SAY = "nothingToSay";
    static final String WITHHELD = "withheld";

    private static final String CARDS =
            "Cards by what they are about and how firm their recommendation is, and those held back";
    private static final String NO_CARDS = "Answers without a card, and why";
    private static final String RULES = "Rules that were asked about a patient of their kind, and what came of it";
    private static final String MISSING = "Data that cards ask for";
    private static final String PREFETCH = "What became of each prefetch key";

    private static final List<String> SHOWN = List.of("service", "topic", "status");
    private static final List<String> SILENT = List.of("service", "reason");
    private static final List<String> READ = List.of("key", "source", "state");

    private final Tally cards;
    private final Tally noCards;
    private final Tally rules;
    private final Tally missing;
    private final Tally prefetch;

    AnswerMeasures(MeterRegistry metrics, ServiceRegistry services) {
        this.cards = new Tally(metrics, "livercds.cards", CARDS, SHOWN, Labels.cards(services));
        this.noCards = new Tally(metrics, "livercds.no.cards", NO_CARDS, SILENT, Labels.noCards(services));
        this.rules = new Tally(metrics, "livercds.rules", RULES, List.of("topic", "verdict"), Labels.rules());
        this.missing = new Tally(metrics, "livercds.missing", MISSING, List.of("datum"), Labels.missing());
        this.prefetch = new Tally(metrics, "livercds.prefetch", PREFETCH, READ, Labels.prefetch());
    }

    /** An answer that reached its caller. */
    public void count(String service, Answer answer) {
        Evaluation evaluation = answer.response().extension().evaluation();
        List<Card> shown = answer.response().cards();
        for (Card card : shown) {
            cards.count(service, card.source().topic().code(), status(card, evaluation));
        }
        for (String topic : evaluation.heldBack()) {
            cards.count(service, topic, HELD_BACK);
        }
        if (shown.isEmpty()) {
            noCards.count(service, reason(evaluation));
        }
        answer.advice().ifPresent(this::rules);
        for (String datum : evaluation.missing()) {
            missing.count(datum);
        }
        for (Evaluation.KeyReport report : evaluation.data()) {
            prefetch.count(report.key(), report.source(), report.state());
        }
    }

    private void rules(Advice advice) {
        for (Recommendation offer : advice.recommendations()) {
            rules.count(offer.id().topic(), offer.status().code());
        }
        for (Withheld withheld : advice.withheld()) {
            rules.count(withheld.id().topic(), WITHHELD);
        }
    }

    /** Of its recommendation; a card that leads with none is as urgent as its indicator says. */
    private static String status(Card card, Evaluation evaluation) {
        for (Evaluation.Offer offer : evaluation.recommendations()) {
            if (offer.topic().equals(card.source().topic().code())) {
                return offer.status();
            }
        }
        return card.indicator();
    }

    private static String reason(Evaluation evaluation) {
        if (evaluation.reason() != null) {
            return evaluation.reason();
        }
        if (!evaluation.heldBack().isEmpty()) {
            return HELD_BACK;
        }
        return evaluation.status().equals(INCOMPLETE) ? INCOMPLETE : NOTHING_TO_SAY;
    }
}
