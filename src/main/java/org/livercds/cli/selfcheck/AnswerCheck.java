package org.livercds.cli.selfcheck;

import java.util.regex.Pattern;

/** A call with which nothing is wrong, and the headers of its answer. */
final class AnswerCheck implements Check {

    private static final Pattern VERSION = Pattern.compile("[A-Za-z]/?\\s?\\d");

    @Override
    public void run(Asker asker) {
        Ledger ledger = asker.ledger();
        Exchange answer = asker.expect(
                "call.status", Call.of(asker.service(), "a call with all its data", asker.full()), Statuses.OK);
        String cached = answer.header("Cache-Control");
        ledger.judge("header.no-store", cached.contains("no-store"), answer, "Cache-Control is '" + cached + "'");
        String sniffed = answer.header("X-Content-Type-Options");
        ledger.judge("header.nosniff", sniffed.equalsIgnoreCase("nosniff"), answer, "it is '" + sniffed + "'");
        String product = answer.header("Server") + answer.header("X-Powered-By");
        ledger.judge("header.product", !VERSION.matcher(product).find(), answer, product);
    }
}
