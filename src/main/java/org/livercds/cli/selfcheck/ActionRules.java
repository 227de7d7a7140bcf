package org.livercds.cli.selfcheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What holds for an action. */
final class ActionRules {

    private static final Set<String> TYPES = Set.of("create", "update", "delete");
    private static final Pattern RELATIVE = Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z0-9.\\-]+");
    private static final String RESOURCE = "resource";
    private static final String TO_DELETE = "resourceId";

    private ActionRules() {}

    static void judge(Place action, String patient) {
        Place type = action.member("type");
        type.judge("action.type", type.isTextOf(TYPES));
        action.member("description")
                .judge("action.description", action.member("description").isText());
        if (type.text().equals("delete")) {
            action.member(TO_DELETE).judge("action.delete", namesWhatGoes(action.node()));
        } else if (type.isTextOf(TYPES)) {
            action.member(RESOURCE).judge("action.resource", hasResource(action.node()));
        }
        patient(action, patient);
    }

    /** What is created or updated is about the patient of the call, as far as it says. */
    static void patient(Place action, String patient) {
        JsonNode resource = action.node().path(RESOURCE);
        Stream.of("subject", "patient")
                .map(name -> resource.path(name).path("reference").asText())
                .forEach(reference -> {
                    if (reference.contains("Patient/") && !patient.isEmpty()) {
                        action.judge("action.patient", reference.endsWith("Patient/" + patient), "is for " + reference);
                    }
                });
    }

    static boolean isSound(JsonNode action) {
        String type = action.path("type").asText();
        boolean named = namesWhatGoes(action) || action.path(RESOURCE).isTextual();
        return TYPES.contains(type) && (type.equals("delete") ? named : hasResource(action));
    }

    private static boolean namesWhatGoes(JsonNode action) {
        return RELATIVE.matcher(action.path(TO_DELETE).asText()).matches();
    }

    private static boolean hasResource(JsonNode action) {
        return action.path(RESOURCE).path("resourceType").isTextual();
    }
}
