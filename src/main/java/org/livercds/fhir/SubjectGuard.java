package org.livercds.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells this patient's resources from others: by the subject that the resource itself names. A relative reference, an
 * absolute one and a {@code urn:} are understood; an absolute one has to be of the server that the request names.
 *
 * @param patientId bare id of the patient of the call
 * @param fhirServer base address without a slash at its end, where the call names one
 * @param addresses under which Bundles of the call give this patient
 */
record SubjectGuard(String patientId, Optional<String> fhirServer, Set<String> addresses) {

    /** Type and id; what is neither names nobody, and so no other patient. */
    private static final Pattern RELATIVE = Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z0-9._-]+");

    private static final Pattern ADDRESS = Pattern.compile("[^\\s?#<>]+/" + RELATIVE);

    private static final String PATIENT = "Patient/";

    enum Verdict {
        THIS_PATIENT,
        OTHER_PATIENT,
        /** The resource does not say, or not so that it can be understood: it may be this patient's. */
        UNKNOWN
    }

    Verdict judge(ObjectNode resource) {
        if (resource.path("resourceType").asText().equals("Patient")) {
            String id = resource.path("id").asText();
            return id.isEmpty() ? Verdict.UNKNOWN : same(id.equals(patientId));
        }
        String subject = resource.path("subject").path("reference").asText();
        String patient = resource.path("patient").path("reference").asText();
        return judge(References.withoutVersion(subject.isEmpty() ? patient : subject));
    }

    private Verdict judge(String reference) {
        if (isPlainly(reference) || addresses.contains(reference) || reference.equals("urn:uuid:" + patientId)) {
            return Verdict.THIS_PATIENT;
        }
        if (References.isAbsolute(reference)) {
            return ofAddress(reference);
        }
        return RELATIVE.matcher(reference).matches() ? Verdict.OTHER_PATIENT : Verdict.UNKNOWN;
    }

    /** By type and id, as nearly all resources do. */
    private boolean isPlainly(String reference) {
        return reference.length() == PATIENT.length() + patientId.length()
                && reference.startsWith(PATIENT)
                && reference.endsWith(patientId);
    }

    /** The same id on another server is another patient, or this one by another address of the same server. */
    private Verdict ofAddress(String reference) {
        if (!reference.endsWith("/Patient/" + patientId)) {
            return ADDRESS.matcher(reference).matches() ? Verdict.OTHER_PATIENT : Verdict.UNKNOWN;
        }
        boolean ofServer = fhirServer
                .map(server -> server + "/Patient/" + patientId)
                .map(own -> reference.equals(own) || plain(reference).equalsIgnoreCase(plain(own)))
                .orElse(true);
        return ofServer ? Verdict.THIS_PATIENT : Verdict.UNKNOWN;
    }

    /** A default port that one names and the other does not makes no other address. */
    private static String plain(String address) {
        return address.replaceFirst("^(https://[^/:]+):443/", "$1/").replaceFirst("^(http://[^/:]+):80/", "$1/");
    }

    private static Verdict same(boolean same) {
        return same ? Verdict.THIS_PATIENT : Verdict.OTHER_PATIENT;
    }
}
