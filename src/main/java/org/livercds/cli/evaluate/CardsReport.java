package org.livercds.cli.evaluate;

import java.util.List;
import java.util.stream.Collectors;
import org.livercds.hooks.Card;
import org.livercds.hooks.Evaluation;
import org.livercds.hooks.HookResponse;

/** The cards as a person reads them on a terminal. */
public final class CardsReport implements Report {

    @Override
    public String of(Evaluated evaluated) {
        return evaluated.name() + "\n"
                + evaluated
                        .response()
                        .map(CardsReport::answer)
                        .orElseGet(() ->
                                "  cannot be evaluated: " + evaluated.problem().orElse("") + "\n")
                + "\n";
    }

    private static String answer(HookResponse response) {
        Evaluation evaluation = response.extension().evaluation();
        return "  " + heading(evaluation, response.cards().size()) + "\n"
                + response.cards().stream().map(CardsReport::card).collect(Collectors.joining())
                + unread(evaluation);
    }

    /** In one line: as of when, whether all could be read, what disease, how many cards. */
    static String heading(Evaluation evaluation, int cards) {
        String why = evaluation.reason() == null ? "" : " (" + evaluation.reason() + ")";
        String kind = evaluation.diseaseKind() == null ? "" : ", " + evaluation.diseaseKind();
        return evaluation.asOf() + ": " + evaluation.status() + why + kind + ", "
                + (cards == 1 ? "1 card" : cards + " cards");
    }

    private static String card(Card card) {
        String suggestions = card.suggestions().stream()
                .map(suggestion -> "      > " + suggestion.label() + "\n")
                .collect(Collectors.joining());
        return "\n  [" + card.indicator() + "] " + card.summary() + "\n"
                + card.detail().strip().indent(6)
                + suggestions
                + "      Source: " + card.source().label() + "\n";
    }

    private static String unread(Evaluation evaluation) {
        List<String> keys = evaluation.data().stream()
                .filter(key -> !List.of("DATA", "EMPTY", "NULL").contains(key.state()) || key.skipped() > 0)
                .map(key -> key.key() + " " + key.state() + (key.problem() == null ? "" : " " + key.problem())
                        + (key.skipped() == 0 ? "" : ", " + key.skipped() + " entries not usable"))
                .toList();
        return keys.isEmpty() ? "" : "\n  Not read in full: " + String.join("; ", keys) + "\n";
    }
}
