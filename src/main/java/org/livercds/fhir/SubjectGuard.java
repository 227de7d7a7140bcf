package org.livercds.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Tells this patient's resources from others: by the subject that the resource itself names. A relative reference, an
 * absolute one and a {@code urn:uuid:} are understood; an absolute one has to be of the server that the request names.
 *
 * @param patientId bare id of the patient of the call
 * @param fhirServer base address without a slash at its end, where the call names one
 */
record SubjectGuard(String patientId, Optional<String> fhirServer) {

    enum Verdict {
        THIS_PATIENT,
        OTHER_PATIENT,
        /** The resource does not say. */
        UNKNOWN
    }

    Verdict judge(ObjectNode resource) {
        if (resource.path("resourceType").asText().equals("Patient")) {
            String id = resource.path("id").asText();
            return id.isEmpty() ? Verdict.UNKNOWN : same(id.equals(patientId));
        }
        String subject = resource.path("subject").path("reference").asText();
        String patient = resource.path("patient").path("reference").asText();
        return judge(subject.isEmpty() ? patient : subject);
    }

    private Verdict judge(String reference) {
        if (reference.isEmpty() || reference.startsWith("#") || reference.contains("?")) {
            return Verdict.UNKNOWN;
        }
        if (reference.startsWith("urn:uuid:")) {
            return same(reference.equals("urn:uuid:" + patientId));
        }
        String current = References.withoutVersion(reference);
        if (References.isAbsolute(current)) {
            boolean ofServer = fhirServer
                    .map(server -> current.equalsIgnoreCase(server + "/Patient/" + patientId))
                    .orElse(true);
            return same(ofServer && current.endsWith("/Patient/" + patientId));
        }
        return same(current.equals("Patient/" + patientId));
    }

    private static Verdict same(boolean same) {
        return same ? Verdict.THIS_PATIENT : Verdict.OTHER_PATIENT;
    }
}
