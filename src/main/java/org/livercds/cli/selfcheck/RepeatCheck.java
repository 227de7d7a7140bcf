package org.livercds.cli.selfcheck;

import com.fasterxml.jackson.databind.JsonNode;

/** The same request again. */
final class RepeatCheck implements Check {

    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final String TIME = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}[0-9:.Z+-]*";

    @Override
    public void run(Asker asker) {
        JsonNode body = asker.full();
        String before = lasting(asker.ask("a request", body));
        Exchange again = asker.ask("the same request again", body);
        asker.ledger().judge("repeat.same", before.equals(lasting(again)), again, "the cards are others");
    }

    private static String lasting(Exchange exchange) {
        String cards = exchange.json().path("cards").toString();
        return cards.replaceAll(ID, "id").replaceAll(TIME, "time");
    }
}
