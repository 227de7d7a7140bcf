package org.livercds.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.livercds.hooks.HookRequest;

/** What an event was about. */
final class Entities {

    private static final Pattern FHIR_ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final int LONGEST_ID = 256;

    private Entities() {}

    /** EHRs send ids that are none in FHIR; those are no part of a reference. */
    static Optional<ObjectNode> patient(AuditedCall call) {
        return call.request()
                .map(HookRequest::patientId)
                .flatMap(id -> PlainText.of(id, LONGEST_ID))
                .map(id -> {
                    ObjectNode entity = entity("person", "patient");
                    ObjectNode what = entity.putObject("what");
                    if (FHIR_ID.matcher(id).matches()) {
                        what.put("reference", "Patient/" + id);
                    } else {
                        what.putObject("identifier").put("value", id);
                    }
                    return entity;
                });
    }

    /** The call itself: which service, and by which names others know it. */
    static ObjectNode call(AuditedCall call, Optional<String> service, Optional<Told> told) {
        ObjectNode entity = entity("thing", "job");
        entity.put("name", service.orElse("unknown"));
        ArrayNode details = entity.putArray("detail");
        call.request()
                .flatMap(HookRequest::hook)
                .flatMap(PlainText::word)
                .ifPresent(hook -> add(details, "hook", hook));
        call.request().flatMap(HookRequest::hookInstance).ifPresent(id -> add(details, "hookInstance", id));
        call.caller()
                .tenant()
                .flatMap(tenant -> PlainText.of(tenant, LONGEST_ID))
                .ifPresent(tenant -> add(details, "tenant", tenant));
        told.ifPresent(answer -> {
            add(details, "ruleVersion", answer.ruleVersion());
            add(details, "contentHash", answer.contentHash());
            if (answer.contentChanged() != null) {
                add(details, "contentChanged", answer.contentChanged().toString());
            }
            add(details, "status", answer.status());
            answer.topics().forEach(topic -> add(details, "topic", topic));
        });
        if (details.isEmpty()) {
            entity.remove("detail");
        }
        return entity;
    }

    /** The id that proxies and logs know the call by; only if it is one. */
    static Optional<ObjectNode> requestId(AuditedCall call) {
        return call.requestId().flatMap(PlainText::word).map(id -> {
            ObjectNode entity = JsonNodeFactory.instance.objectNode();
            entity.putObject("what").putObject("identifier").put("value", id);
            entity.set("type", EventCodes.coding("requestId"));
            return entity;
        });
    }

    static ObjectNode query(ServerRead read) {
        return entity("thing", "query").put("name", read.key()).put("description", read.resourceType());
    }

    static ObjectNode incident(Incident incident) {
        ObjectNode entity =
                entity("thing", "securityResource").put("name", incident.kind().part());
        if (!incident.details().isEmpty()) {
            ArrayNode details = entity.putArray("detail");
            incident.details().forEach((type, value) -> add(details, type, value));
        }
        return entity;
    }

    private static ObjectNode entity(String type, String role) {
        ObjectNode entity = JsonNodeFactory.instance.objectNode();
        entity.set("type", EventCodes.coding(type));
        entity.set("role", EventCodes.coding(role));
        return entity;
    }

    private static void add(ArrayNode details, String type, String value) {
        details.addObject().put("type", type).put("valueString", value);
    }
}
