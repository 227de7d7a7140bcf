package org.livercds.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.livercds.hooks.WireJson;

/** The codes that audit events carry: those of other systems, by their names in {@code audit-codes.json}, and our own. */
final class EventCodes {

    private static final String FILE = "/audit-codes.json";
    private static final String OWN = "https://livercds.org/fhir/CodeSystem/audit-event";
    private static final ObjectNode CODES = read();

    private EventCodes() {}

    static ObjectNode coding(String name) {
        if (!(CODES.get(name) instanceof ObjectNode coding)) {
            throw new IllegalArgumentException("no code is named " + name);
        }
        return coding.deepCopy();
    }

    static ObjectNode concept(String name) {
        ObjectNode concept = JsonNodeFactory.instance.objectNode();
        concept.putArray("coding").add(coding(name));
        return concept;
    }

    static ObjectNode own(String code) {
        return JsonNodeFactory.instance.objectNode().put("system", OWN).put("code", code);
    }

    private static ObjectNode read() {
        try (InputStream file = EventCodes.class.getResourceAsStream(FILE)) {
            return WireJson.readObject(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
