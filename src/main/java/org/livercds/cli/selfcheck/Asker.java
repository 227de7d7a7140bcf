package org.livercds.cli.selfcheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.IntPredicate;

/** Asks one service, and judges what holds for every answer, whatever was asked. */
record Asker(Wire wire, Ledger ledger, Service service, Bodies bodies, AnswerRules answers) {

    /** A call of the hook. */
    Exchange ask(String what, JsonNode body) {
        return ask(Call.of(service, what, body));
    }

    Exchange ask(Call call) {
        return judged(wire.send(call));
    }

    /** Of calls that were sent elsewhere. */
    Exchange judged(Exchange exchange) {
        ErrorRules.judge(ledger, exchange);
        Call call = exchange.call();
        if (exchange.status() == 200
                && call.method().equals("POST")
                && !call.path().endsWith("/feedback")) {
            answers.judge(exchange);
        }
        return exchange;
    }

    /** Asks, and judges by the status. */
    Exchange expect(String requirement, Call call, IntPredicate statuses) {
        Exchange exchange = ask(call);
        ledger.judge(requirement, statuses.test(exchange.status()), exchange);
        return exchange;
    }

    /** A call of the hook with which nothing is wrong. */
    JsonNode full() {
        return bodies.full(Person.fresh());
    }
}
