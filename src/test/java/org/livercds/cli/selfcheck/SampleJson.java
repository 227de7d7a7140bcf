package org.livercds.cli.selfcheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** What the sample service says where nothing is wrong with it. */
final class SampleJson {

    static final ObjectMapper JSON = new ObjectMapper();

    private SampleJson() {}

    static ObjectNode discovery() {
        return read("""
                {"services": [{
                  "id": "sample-view", "hook": "patient-view", "title": "Sample", "description": "A service to be checked.",
                  "version": "2.0.1",
                  "prefetch": {
                    "patient": "Patient/{{context.patientId}}",
                    "conditions": "Condition?patient={{context.patientId}}&code:in=https://example.org/vs",
                    "user": "Practitioner/{{userPractitionerId}}"
                  }}]}
                """);
    }

    /** One card with everything on it. */
    static ObjectNode answer(String patient) {
        return read("""
                {"cards": [{
                  "uuid": "%s", "summary": "A sample for the patient", "indicator": "info",
                  "detail": "- One\\n- Two: [a page](https://example.org/page), 1 < 2\\n",
                  "source": {
                    "label": "Sample", "url": "https://example.org", "icon": "https://example.org/icon.png",
                    "topic": {"code": "sample", "system": "https://example.org/topics"}},
                  "overrideReasons": [{"code": "x", "system": "https://example.org/reasons", "display": "Because"}],
                  "links": [
                    {"label": "A page", "url": "https://example.org/page", "type": "absolute"},
                    {"label": "An app", "url": "https://example.org/launch", "type": "smart", "appContext": "sample"}],
                  "selectionBehavior": "any",
                  "suggestions": [{
                    "label": "Refer", "uuid": "%s",
                    "actions": [{
                      "type": "create", "description": "Refer the patient",
                      "resource": {
                        "resourceType": "ServiceRequest", "status": "draft", "intent": "proposal",
                        "subject": {"reference": "Patient/%s"}}}]}],
                  "extension": {"org.example.sample": {"rule": 1}}
                }]}
                """.formatted(UUID.randomUUID(), UUID.randomUUID(), patient));
    }

    static ObjectNode outcome(String text) {
        ObjectNode outcome = JSON.createObjectNode().put("resourceType", "OperationOutcome");
        ObjectNode issue = outcome.putArray("issue").addObject();
        issue.put("severity", "error")
                .put("code", "invalid")
                .putObject("details")
                .put("text", text);
        return outcome;
    }

    /** Null where it is no object. */
    static ObjectNode object(byte[] body) {
        try {
            JsonNode node = JSON.readTree(body);
            return node instanceof ObjectNode object ? object : null;
        } catch (IOException malformed) {
            return null;
        }
    }

    private static ObjectNode read(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
