package org.livercds.cli.screen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose a resource is, by what it says itself.
 *
 * @param server base address, where the reference is absolute; empty otherwise
 * @param id of the patient
 */
record Subject(String server, String id) {

    private static final String ID = "[A-Za-z0-9._-]{1,256}";
    private static final Pattern PLAIN = Pattern.compile(ID);
    private static final Pattern REFERENCE =
            Pattern.compile("(?:(https?://[^\\s?#]+)/)?(?:Patient/|urn:uuid:)(" + ID + ")(?:/_history/.*)?");

    static Optional<Subject> of(ObjectNode resource) {
        if (resource.path("resourceType").asText().equals("Patient")) {
            String id = resource.path("id").asText();
            return PLAIN.matcher(id).matches() ? Optional.of(new Subject("", id)) : Optional.empty();
        }
        String subject = resource.path("subject").path("reference").asText();
        String patient = resource.path("patient").path("reference").asText();
        Matcher reference = REFERENCE.matcher(subject.isEmpty() ? patient : subject);
        if (!reference.matches()) {
            return Optional.empty();
        }
        String server = reference.group(1);
        return Optional.of(new Subject(server == null ? "" : server, reference.group(2)));
    }
}
