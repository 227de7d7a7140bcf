package org.livercds.cli.evaluate;

import java.util.stream.Collectors;
import org.livercds.hooks.Card;
import org.livercds.hooks.HookResponse;

/** The cards as a document. */
public final class MarkdownReport implements Report {

    @Override
    public String of(Evaluated evaluated) {
        return "# " + evaluated.name() + "\n\n"
                + evaluated
                        .response()
                        .map(MarkdownReport::answer)
                        .orElseGet(() ->
                                "Cannot be evaluated: " + evaluated.problem().orElse("") + "\n\n");
    }

    private static String answer(HookResponse response) {
        return CardsReport.heading(
                        response.extension().evaluation(), response.cards().size())
                + "\n\n"
                + response.cards().stream().map(MarkdownReport::card).collect(Collectors.joining());
    }

    private static String card(Card card) {
        String suggestions = card.suggestions().stream()
                .map(suggestion -> "- [ ] " + suggestion.label() + "\n")
                .collect(Collectors.joining());
        return "## " + card.summary() + "\n\n" + card.detail().strip() + "\n\n"
                + (suggestions.isEmpty() ? "" : suggestions + "\n")
                + "[" + card.source().label() + "](" + card.source().url() + ")\n\n";
    }
}
