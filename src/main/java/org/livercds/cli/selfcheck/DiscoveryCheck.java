package org.livercds.cli.selfcheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What holds for the list of services, and which they are. */
record DiscoveryCheck(Wire wire, Ledger ledger) {

    private static final Pattern IN_AN_ADDRESS = Pattern.compile("[A-Za-z0-9._~-]+");
    private static final Set<String> OF_THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws NoServiceException where there is nothing to check */
    List<Service> run() throws NoServiceException {
        Exchange first = wire.send(Call.discovery("the list of services"));
        if (!first.isAnswered()) {
            throw new NoServiceException("Nobody answers at " + wire.base() + ": " + first.failure() + ".");
        }
        if (first.status() == 401 && wire.tokens().isEmpty()) {
            throw new NoServiceException(wire.base() + " asks for a token: give --key and --issuer of a client that is"
                    + " registered there.");
        }
        encryption(first);
        ErrorRules.judge(ledger, first);
        ledger.judge("discovery.status", first.status() == 200, first);
        wire.tokens()
                .ifPresent(
                        some -> ledger.judge("token.accepted", first.status() != 401 && first.status() != 403, first));
        JsonNode body = first.json();
        ledger.judge("discovery.json", first.isJsonType() && body.isObject(), first);
        Place root = new Place(ledger, first, "", body);
        root.member("services")
                .judge("discovery.services", body.path("services").isArray());
        Optional<String> empty = Emptiness.in(body, "services");
        ledger.judge("discovery.empties", empty.isEmpty(), first, empty.orElse(""));
        Exchange second = wire.send(Call.discovery("the list of services again"));
        ledger.judge("discovery.stable", second.json().equals(body), second, "is not what it was");
        return services(root.member("services"));
    }

    /** Between two programs of one machine nobody listens. */
    private void encryption(Exchange exchange) {
        String host = String.valueOf(wire.base().getHost()).toLowerCase(Locale.ROOT);
        boolean secure = "https".equalsIgnoreCase(wire.base().getScheme());
        if (secure || !OF_THIS_MACHINE.contains(host)) {
            ledger.judge("transport.https", secure, exchange, "the address is " + wire.base());
        } else {
            ledger.unchecked("transport.https", Call.DISCOVERY, "the service is on this machine");
        }
    }

    private List<Service> services(Place list) {
        Set<String> known = new HashSet<>();
        List<Service> found = new ArrayList<>();
        for (int i = 0; i < list.node().size(); i++) {
            Place entry = list.element(i);
            String id = entry.member("id").text();
            String hook = entry.member("hook").text();
            texts(entry);
            entry.member("id").judge("discovery.id-unique", known.add(id + " " + hook));
            Map<String, String> prefetch = prefetch(entry, hook);
            boolean oneAddress = found.stream().anyMatch(service -> service.id().equals(id));
            if (IN_AN_ADDRESS.matcher(id).matches() && !oneAddress) {
                found.add(new Service(id, hook, prefetch));
            }
        }
        return found;
    }

    private static void texts(Place entry) {
        for (String member : List.of("hook", "id", "description", "title")) {
            entry.member(member)
                    .judge("discovery." + member, entry.member(member).isText());
        }
        Place id = entry.member("id");
        id.judge("discovery.id-path", IN_AN_ADDRESS.matcher(id.text()).matches());
        entry.member("version")
                .judge("discovery.version", entry.member("version").isText());
    }

    private static Map<String, String> prefetch(Place entry, String hook) {
        Place templates = entry.member("prefetch");
        Map<String, String> found = new LinkedHashMap<>();
        boolean texts = !templates.isThere() || templates.node().isObject();
        for (Map.Entry<String, JsonNode> template : templates.node().properties()) {
            texts &= template.getValue().isTextual();
            found.put(template.getKey(), template.getValue().asText());
        }
        templates.judge("discovery.prefetch", texts);
        TemplateRules rules = new TemplateRules(hook, entry.member("version").text());
        found.keySet().forEach(key -> rules.judge(templates.member(key)));
        return found;
    }
}
