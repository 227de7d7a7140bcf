package org.livercds.cli.selfcheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What holds for every 200 of a hook. */
final class AnswerRules {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OPENS_A_CHART = "patient-view";

    private final Ledger ledger;
    private final Service service;
    private final Set<String> cardsBefore = ConcurrentHashMap.newKeySet();

    AnswerRules(Ledger ledger, Service service) {
        this.ledger = ledger;
        this.service = service;
    }

    void judge(Exchange exchange) {
        JsonNode answer = exchange.json();
        ledger.judge("call.json", exchange.isJsonType() && answer.isObject(), exchange);
        if (!answer.isObject()) {
            return;
        }
        Place root = new Place(ledger, exchange, "", answer);
        root.member("cards").judge("call.cards", answer.path("cards").isArray());
        Optional<String> empty = Emptiness.in(answer, "cards");
        ledger.judge("call.empties", empty.isEmpty(), exchange, empty.orElse(""));
        extensions(root);
        Place list = root.member("cards");
        CardRules rules = new CardRules(cardsBefore, patient(exchange));
        for (int i = 0; i < list.node().size(); i++) {
            rules.judge(list.element(i));
        }
        systemActions(root.member("systemActions"), patient(exchange));
    }

    private static void extensions(Place place) {
        if (place.node().isObject()) {
            place.node().fieldNames().forEachRemaining(name -> {
                Place member = place.member(name);
                if (name.equals("extension")) {
                    member.judge("call.extension", member.node().isObject());
                } else if (!name.equals("resource")) {
                    extensions(member);
                }
            });
        } else if (place.node().isArray()) {
            for (int i = 0; i < place.node().size(); i++) {
                extensions(place.element(i));
            }
        }
    }

    private void systemActions(Place actions, String patient) {
        if (!actions.isThere()) {
            return;
        }
        boolean sound = actions.node().isArray();
        for (JsonNode action : actions.node()) {
            sound &= ActionRules.isSound(action);
        }
        actions.judge("call.system-actions", sound);
        actions.judge("call.system-actions-hook", !service.hook().equals(OPENS_A_CHART));
        for (int i = 0; i < actions.node().size(); i++) {
            ActionRules.patient(actions.element(i), patient);
        }
    }

    /** Whom the call is about; empty where nobody can tell. */
    private static String patient(Exchange exchange) {
        try {
            String id = JSON.readTree(exchange.call().body())
                    .at("/context/patientId")
                    .asText();
            return id.substring(id.lastIndexOf('/') + 1);
        } catch (IOException spoilt) {
            return "";
        }
    }
}
