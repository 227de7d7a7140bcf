package org.livercds.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.livercds.hooks.Caller;

/** Who took part in an event. */
final class Agents {

    private static final String SERVICE = "Liver CDS";
    private static final int LONGEST_ID = 256;
    private static final Pattern USER =
            Pattern.compile("(Practitioner|PractitionerRole|Patient|RelatedPerson)/[A-Za-z0-9.-]{1,64}");
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:\\S+");
    private static final String URI_ADDRESS = "5";

    private Agents() {}

    /** The CDS client, with issuer and id of its token. */
    static ObjectNode client(Caller caller, boolean requestor) {
        ObjectNode agent = agent();
        ObjectNode who = agent.putObject("who");
        Optional<String> name = caller.client().flatMap(id -> PlainText.of(id, LONGEST_ID));
        Optional<String> issuer = caller.issuer().flatMap(id -> PlainText.of(id, LONGEST_ID));
        if (name.isEmpty() && issuer.isEmpty()) {
            who.put("display", "not identified");
        } else {
            identify(who.putObject("identifier"), name, issuer);
        }
        agent.put("requestor", requestor);
        caller.tokenId()
                .flatMap(id -> PlainText.uri(id, LONGEST_ID))
                .ifPresent(id -> agent.putArray("policy").add(id));
        return agent;
    }

    private static void identify(ObjectNode identifier, Optional<String> name, Optional<String> issuer) {
        issuer.filter(id -> ABSOLUTE.matcher(id).matches())
                .ifPresentOrElse(
                        id -> identifier.put("system", id),
                        () -> issuer.ifPresent(
                                id -> identifier.putObject("assigner").put("display", id)));
        name.ifPresent(id -> identifier.put("value", id));
    }

    /** The clinician in front of the EHR. */
    static Optional<ObjectNode> user(Optional<String> userId) {
        return userId.flatMap(id -> PlainText.of(id, LONGEST_ID)).map(id -> {
            ObjectNode agent = typed("user");
            ObjectNode who = agent.putObject("who");
            if (USER.matcher(id).matches()) {
                who.put("reference", id);
            } else {
                who.putObject("identifier").put("value", id);
            }
            return agent.put("requestor", true);
        });
    }

    /** This service, on one of the two ends. */
    static ObjectNode service(String role) {
        ObjectNode agent = typed(role);
        agent.putObject("who").put("display", SERVICE);
        return agent.put("requestor", false);
    }

    static ObjectNode fhirServer(String base) {
        ObjectNode agent = typed("destination");
        agent.putObject("who").put("display", base);
        agent.put("requestor", false);
        agent.putObject("network").put("address", base).put("type", URI_ADDRESS);
        return agent;
    }

    static ObjectNode observer() {
        ObjectNode source = agent();
        source.putObject("observer").put("display", SERVICE);
        source.putArray("type").add(EventCodes.coding("observer"));
        return source;
    }

    static ObjectNode typed(String role) {
        ObjectNode agent = agent();
        agent.set("type", EventCodes.concept(role));
        return agent;
    }

    private static ObjectNode agent() {
        return JsonNodeFactory.instance.objectNode();
    }
}
