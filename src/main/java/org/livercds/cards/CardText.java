package org.livercds.cards;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.livercds.clinical.Citation;

/**
 * The words of one card about one patient, before address, id and sources are put around them.
 *
 * @param citations what its rules rest on
 * @param orders the requests that it suggests
 */
record CardText(
        CardFile file,
        String summary,
        String indicator,
        String body,
        List<Citation> citations,
        List<SuggestedOrders.Draft> orders) {

    CardText {
        body = withoutGaps(body.strip());
        citations = List.copyOf(citations);
        orders = List.copyOf(orders);
    }

    CardText beginningWith(String line) {
        return line.isEmpty() ? this : new CardText(file, summary, indicator, line + "\n\n" + body, citations, orders);
    }

    /** Also the sentences that the words themselves quote: whoever reads an id finds its source below. */
    Collection<Citation> cited() {
        Set<Citation> cited = new LinkedHashSet<>(citations);
        QuotedIds.addTo(cited, body);
        return cited;
    }

    /** What a card has nothing to say of leaves no empty lines behind. */
    private static String withoutGaps(String text) {
        return text.contains("\n\n\n") ? text.replaceAll("\n{3,}", "\n\n") : text;
    }
}
