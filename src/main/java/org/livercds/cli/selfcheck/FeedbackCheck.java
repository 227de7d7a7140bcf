package org.livercds.cli.selfcheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What clinicians did with the cards, of patients that nobody has. */
final class FeedbackCheck implements Check {

    private static final String MALFORMED = "feedback.malformed";
    private static final List<String> OF_CARDS =
            List.of("feedback.accepted", "feedback.overridden", "feedback.without-reason", "feedback.several");

    @Override
    public void run(Asker asker) {
        Exchange malformed = asker.ask(Call.of(asker.service(), "no feedback array", "{\"selfcheck\":1}")
                .feedback());
        boolean offered = !Statuses.NOT_SO.test(malformed.status());
        asker.ledger().judge("feedback.offered", offered, malformed);
        if (!offered) {
            asker.ledger().unchecked(MALFORMED, asker.service().id(), "it takes no feedback");
            asker.ledger().unchecked(OF_CARDS, asker.service().id(), "it takes no feedback");
            return;
        }
        asker.ledger().judge(MALFORMED, malformed.isOf(4), malformed);
        Exchange answer = asker.ask("a call for a card", asker.full());
        JsonNode card = first(answer.json().path("cards"));
        if (card.isMissingNode()) {
            asker.ledger().unchecked(OF_CARDS, asker.service().id(), "no card with a uuid to tell about");
        } else {
            tell(asker, card);
        }
    }

    private static void tell(Asker asker, JsonNode card) {
        String uuid = card.path("uuid").asText();
        JsonNode suggestion = first(card.path("suggestions"));
        if (suggestion.isMissingNode()) {
            asker.ledger().unchecked("feedback.accepted", asker.service().id(), "no suggestion to accept");
        } else {
            ObjectNode accepted = item(uuid, "accepted");
            accepted.putArray("acceptedSuggestions").addObject().set("id", suggestion.path("uuid"));
            expect(asker, "feedback.accepted", "a suggestion was accepted", accepted);
        }
        ObjectNode overridden = item(uuid, "overridden");
        ObjectNode reason = overridden.putObject("overrideReason");
        JsonNode listed = card.path("overrideReasons").path(0);
        reason.set("reason", listed.isObject() ? listed : unlisted());
        expect(asker, "feedback.overridden", "overridden with a reason", overridden);
        ObjectNode plain = item(uuid, "overridden");
        expect(asker, "feedback.without-reason", "overridden without a reason", plain);
        expect(asker, "feedback.several", "three items", plain, overridden, item(uuid, "overridden"));
    }

    private static void expect(Asker asker, String requirement, String what, ObjectNode... items) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode list = body.putArray("feedback");
        List.of(items).forEach(list::add);
        asker.expect(requirement, Call.of(asker.service(), what, body).feedback(), Statuses.GOOD);
    }

    private static ObjectNode item(String card, String outcome) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("card", card)
                .put("outcome", outcome)
                .put(
                        "outcomeTimestamp",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static ObjectNode unlisted() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("code", "other")
                .put("system", "https://livercds.org/fhir/CodeSystem/selfcheck")
                .put("display", "A check of the interface");
    }

    private static JsonNode first(JsonNode list) {
        for (JsonNode element : list) {
            if (element.path("uuid").isTextual()) {
                return element;
            }
        }
        return JsonNodeFactory.instance.missingNode();
    }
}
