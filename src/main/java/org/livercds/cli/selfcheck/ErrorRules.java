package org.livercds.cli.selfcheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** What holds for every answer, and above all for refusals. */
final class ErrorRules {

    private static final Pattern TRACE = Pattern.compile(
            "\\bat [\\w$.]+\\([\\w$]+\\.(java|kt|scala|js|ts):\\d+\\)|Traceback \\(most recent call last\\)"
                    + "|\\b(?:[a-z][\\w$]*\\.){2,}[A-Z][\\w$]*|\\w+(Exception|Error): |\\bat .{1,80}:\\d+:\\d+\\)?"
                    + "|System\\.[A-Z]\\w+Exception|node_modules|File \"[^\"]+\", line \\d+");

    private ErrorRules() {}

    static void judge(Ledger ledger, Exchange exchange) {
        ledger.judge("transport.answered", exchange.isAnswered(), exchange);
        if (!exchange.isAnswered()) {
            return;
        }
        ledger.judge("transport.no-5xx", !exchange.isOf(5) || isBusy(exchange), exchange);
        if (exchange.status() == 429 || exchange.status() == 503) {
            ledger.judge("error.retry-after", !exchange.header("Retry-After").isEmpty(), exchange);
        }
        if (exchange.isOf(4) || exchange.isOf(5)) {
            refusal(ledger, exchange);
        }
    }

    private static boolean isBusy(Exchange exchange) {
        return exchange.status() == 503 && !exchange.header("Retry-After").isEmpty();
    }

    private static void refusal(Ledger ledger, Exchange exchange) {
        String said = exchange.text();
        String lines = said.replaceAll("\\\\[nrt]", " ");
        ledger.judge("error.trace", !TRACE.matcher(lines).find(), exchange);
        boolean echoed = Person.isNamedIn(said)
                || exchange.headers().values().stream()
                        .flatMap(values -> values.stream())
                        .anyMatch(Person::isNamedIn);
        ledger.judge("error.echo", !echoed, exchange, exchange.status() + " with an id or name of the request");
        if (exchange.status() == 401) {
            ledger.judge(
                    "error.unauthorized", !exchange.header("WWW-Authenticate").isEmpty(), exchange);
            ledger.judge("error.unauthorized-silent", said.isBlank(), exchange);
        } else if (exchange.isOf(4) && exchange.call().method().equals("POST")) {
            JsonNode outcome = exchange.json();
            boolean complete = exchange.isJsonType()
                    && outcome.path("resourceType").asText().equals("OperationOutcome")
                    && outcome.at("/issue/0").has("severity")
                    && outcome.at("/issue/0").has("code");
            ledger.judge("error.outcome", complete, exchange);
        }
        if (exchange.status() == 405) {
            ledger.judge("request.allow", !exchange.header("Allow").isEmpty(), exchange);
        }
    }
}
