package org.livercds.cli.selfcheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** A place in an answer, as {@code cards[0].links[1]}, and what is judged there. */
record Place(Ledger ledger, Exchange exchange, String path, JsonNode node) {

    Place member(String name) {
        return new Place(ledger, exchange, path.isEmpty() ? name : path + "." + name, node.path(name));
    }

    Place element(int index) {
        return new Place(ledger, exchange, path + "[" + index + "]", node.path(index));
    }

    boolean isThere() {
        return !node.isMissingNode();
    }

    boolean isText() {
        return node.isTextual() && !node.asText().isBlank();
    }

    boolean isTextOf(Set<String> values) {
        return node.isTextual() && values.contains(node.asText());
    }

    String text() {
        return node.asText();
    }

    void judge(String requirement, boolean met) {
        String value = isThere() ? " is " + Printable.line(node.toString(), 160) : " is not there";
        ledger.judge(requirement, met, exchange, path + value);
    }

    void judge(String requirement, boolean met, String said) {
        ledger.judge(requirement, met, exchange, path + " " + said);
    }

    /** A Coding with what it needs. */
    boolean isCoding() {
        return node.path("code").isTextual() && node.path("system").isTextual();
    }

    boolean isWebAddress() {
        try {
            URI address = new URI(node.asText());
            String scheme =
                    address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            return node.isTextual() && Set.of("http", "https").contains(scheme) && address.getHost() != null;
        } catch (URISyntaxException no) {
            return false;
        }
    }
}
