package org.livercds.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.livercds.hooks.HookRequest;

/**
 * Events as FHIR R4 AuditEvents in the shape of
 * <a href="https://profiles.ihe.net/ITI/BALP/">IHE Basic Audit Log Patterns</a>. They say who saw whose chart when and
 * how that ended; no diagnosis, no value, no words of a card.
 */
final class AuditEvents {

    private static final String EXECUTE = "E";
    private static final String READ = "R";

    private AuditEvents() {}

    /** A call that was answered or refused. */
    static ObjectNode call(Instant at, Place place, AuditedCall call, Outcome outcome, Optional<Told> told) {
        ObjectNode event =
                event(at, EventCodes.coding("rest"), EventCodes.own(place.kind().code()), EXECUTE, outcome);
        ArrayNode agents = event.putArray("agent");
        callers(call, "source", agents);
        agents.add(Agents.service("destination"));
        event.set("source", Agents.observer());
        ArrayNode entities = event.putArray("entity");
        Entities.patient(call).ifPresent(entities::add);
        entities.add(Entities.call(call, place.service(), told));
        Entities.requestId(call).ifPresent(entities::add);
        return event;
    }

    /** A caller who could not prove who it is. */
    static ObjectNode denied(Instant at, Place place, AuditedCall claimed, String reason) {
        ObjectNode event = event(
                at, EventCodes.coding("authentication"), EventCodes.own("denied"), EXECUTE, Outcome.refused(reason));
        ArrayNode agents = event.putArray("agent");
        callers(claimed, "source", agents);
        agents.add(Agents.service("destination"));
        event.set("source", Agents.observer());
        ArrayNode entities = event.putArray("entity");
        Optional<String> name =
                place.service().or(() -> Optional.of(place.kind().code()));
        entities.add(Entities.call(claimed, name, Optional.empty()));
        Entities.requestId(claimed).ifPresent(entities::add);
        return event;
    }

    /** A query that went to a FHIR server on behalf of a call. */
    static ObjectNode read(Instant at, AuditedCall call, ServerRead read) {
        String interaction = read.search() ? "search" : "read";
        ObjectNode event = event(
                at,
                EventCodes.coding("rest"),
                EventCodes.coding(interaction),
                read.search() ? EXECUTE : READ,
                Outcome.of(read.problem()));
        ArrayNode agents = event.putArray("agent");
        agents.add(Agents.service("source"));
        agents.add(Agents.fhirServer(read.server()));
        callers(call, "", agents);
        event.set("source", Agents.observer());
        ArrayNode entities = event.putArray("entity");
        Entities.patient(call).ifPresent(entities::add);
        entities.add(Entities.query(read));
        entities.add(Entities.call(
                call, call.request().flatMap(HookRequest::hook).flatMap(PlainText::word), Optional.empty()));
        return event;
    }

    /** What befell the service itself. */
    static ObjectNode incident(Instant at, Incident incident) {
        ObjectNode event = event(
                at, EventCodes.coding("alert"), EventCodes.own(incident.kind().code()), EXECUTE, incident.outcome());
        ObjectNode period = event.putObject("period").put("start", milliseconds(incident.since()));
        incident.until().ifPresent(end -> period.put("end", milliseconds(end)));
        event.putArray("agent").add(Agents.service("application"));
        event.set("source", Agents.observer());
        event.putArray("entity").add(Entities.incident(incident));
        return event;
    }

    private static void callers(AuditedCall call, String role, ArrayNode agents) {
        Optional<ObjectNode> user = Agents.user(call.request().flatMap(HookRequest::userId));
        ObjectNode client = Agents.client(call.caller(), user.isEmpty());
        if (!role.isEmpty()) {
            client.set("type", EventCodes.concept(role));
        }
        Stream.concat(Stream.of(client), user.stream()).forEach(agents::add);
    }

    private static ObjectNode event(Instant at, ObjectNode type, ObjectNode subtype, String action, Outcome outcome) {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("resourceType", "AuditEvent");
        event.set("type", type);
        event.putArray("subtype").add(subtype);
        event.put("action", action);
        event.put("recorded", milliseconds(at));
        event.put("outcome", outcome.code());
        outcome.word().ifPresent(word -> event.put("outcomeDesc", word));
        return event;
    }

    private static String milliseconds(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
