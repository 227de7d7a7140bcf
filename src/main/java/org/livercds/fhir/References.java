package org.livercds.fhir;

import java.util.Optional;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** References between resources, brought into one form: {@code Type/id}, or as they are where they have no such form. */
final class References {

    private static final String HISTORY = "/_history/";

    private References() {}

    static boolean isAbsolute(String reference) {
        return reference.startsWith("http://") || reference.startsWith("https://");
    }

    static String withoutVersion(String reference) {
        int history = reference.indexOf(HISTORY);
        return history < 0 ? reference : reference.substring(0, history);
    }

    /** The last two segments of an address; the server does not matter once the patient is known to be the same. */
    static String normal(String reference) {
        String current = withoutVersion(reference);
        if (!isAbsolute(current)) {
            return current;
        }
        int id = current.lastIndexOf('/');
        int type = current.lastIndexOf('/', id - 1);
        return current.substring(type + 1);
    }

    /** A relative one is of the server that gave it. */
    static boolean isOfServer(Reference reference, Optional<String> fhirServer) {
        String text = reference.getReference() == null ? "" : reference.getReference();
        return !isAbsolute(text)
                || fhirServer.filter(server -> text.startsWith(server + "/")).isPresent();
    }

    static Optional<String> of(Reference reference) {
        return Optional.ofNullable(reference.getReference())
                .filter(text -> !text.isBlank())
                .map(References::normal);
    }

    static String of(Resource resource) {
        String id = resource.getIdElement().getIdPart();
        return id == null ? resource.fhirType() : resource.fhirType() + "/" + id;
    }

    static boolean isOfType(Reference reference, String type) {
        return type.equals(reference.getType())
                || of(reference).filter(text -> text.startsWith(type + "/")).isPresent();
    }
}
