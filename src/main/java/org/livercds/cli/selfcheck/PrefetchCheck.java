package org.livercds.cli.selfcheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** What may stand, or not stand, under the keys of prefetch. */
final class PrefetchCheck implements Check {

    private static final List<String> OF_THE_KEYS = List.of(
            "prefetch.null", "prefetch.absent", "prefetch.one-absent", "prefetch.operation-outcome", "prefetch.odd");

    @Override
    public void run(Asker asker) {
        extra(asker);
        List<String> keys = new ArrayList<>();
        asker.full().path("prefetch").fieldNames().forEachRemaining(keys::add);
        if (keys.isEmpty()) {
            asker.ledger().unchecked(OF_THE_KEYS, asker.service().id(), "it asks for no prefetch");
            return;
        }
        each(asker, "prefetch.null", "every key is null", (key, value) -> NullNode.getInstance());
        each(asker, "prefetch.absent", "no key is there", (key, value) -> null);
        ObjectNode none = asker.bodies().each(Person.fresh(), (key, value) -> null);
        none.remove("prefetch");
        expect(asker, "prefetch.absent", "there is no prefetch", none);
        for (String key : keys) {
            each(asker, "prefetch.one-absent", "without " + key, (name, value) -> name.equals(key) ? null : value);
        }
        each(asker, "prefetch.operation-outcome", "every key is an error", (key, value) -> outcome());
        JsonNode page = TextNode.valueOf("<html><body>502 Bad Gateway</body></html>");
        Call odd = call(asker, "every key is a page of HTML", body(asker, (key, value) -> page));
        asker.expect("prefetch.odd", odd, Statuses.GOOD_OR_REFUSED);
    }

    private static void extra(Asker asker) {
        ObjectNode body = asker.bodies().full(Person.fresh());
        body.withObject("/prefetch")
                .putObject("selfcheck-unasked")
                .put("resourceType", "Bundle")
                .put("type", "searchset")
                .put("total", 0);
        asker.expect("prefetch.extra", call(asker, "a key that it did not ask for", body), Statuses.OK);
    }

    private static void each(
            Asker asker, String requirement, String what, BiFunction<String, JsonNode, JsonNode> value) {
        expect(asker, requirement, what, body(asker, value));
    }

    private static void expect(Asker asker, String requirement, String what, JsonNode body) {
        asker.expect(requirement, call(asker, what, body), Statuses.OK_OR_DATA_MISSING);
    }

    private static JsonNode body(Asker asker, BiFunction<String, JsonNode, JsonNode> value) {
        return asker.bodies().each(Person.fresh(), value);
    }

    private static Call call(Asker asker, String what, JsonNode body) {
        return Call.of(asker.service(), what, body);
    }

    private static JsonNode outcome() {
        ObjectNode outcome = JsonNodeFactory.instance.objectNode().put("resourceType", "OperationOutcome");
        outcome.putArray("issue").addObject().put("severity", "error").put("code", "timeout");
        return outcome;
    }
}
