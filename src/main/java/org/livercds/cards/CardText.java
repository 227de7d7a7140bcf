package org.livercds.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    private static final Pattern ID = Pattern.compile("\\b(MSK|NCI|NAV)-(\\d+)\\b");

    CardText {
        body = body.strip().replaceAll("\n{3,}", "\n\n");
        citations = List.copyOf(citations);
        orders = List.copyOf(orders);
    }

    CardText beginningWith(String line) {
        return line.isEmpty() ? this : new CardText(file, summary, indicator, line + "\n\n" + body, citations, orders);
    }

    /** Also the sentences that the words themselves quote: whoever reads an id finds its source below. */
    List<Citation> cited() {
        List<Citation> quoted = new ArrayList<>();
        Matcher ids = ID.matcher(body);
        while (ids.find()) {
            quoted.add(new Citation(Citation.Document.valueOf(ids.group(1)), Integer.parseInt(ids.group(2))));
        }
        return Stream.concat(citations.stream(), quoted.stream()).distinct().toList();
    }
}
