package org.livercds.hooks;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A call of a CDS service, <a href="https://cds-hooks.hl7.org/2.0/#http-request_1">CDS Hooks 2.0, calling a service</a>.
 * FHIR content stays raw. Tolerated: what clients leave out and can be done without, and {@code Patient/} before the id.
 *
 * @param hook empty where the client left it out: the service id says it
 * @param hookInstance empty where it is missing or is no id
 * @param patientId bare; up to 256 characters, because EHRs send longer ids than FHIR allows
 * @param fhirServer without a slash at its end
 */
public record HookRequest(
        Optional<String> hook,
        Optional<String> hookInstance,
        String patientId,
        Optional<String> userId,
        Optional<String> fhirServer,
        FhirAuthorization fhirAuthorization,
        ObjectNode context,
        ObjectNode prefetch) {

    private static final Pattern NO_CLINICIAN = Pattern.compile("(.*/)?(Patient|RelatedPerson)/[^/]*");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,256}");
    private static final Pattern INSTANCE = Pattern.compile("[A-Za-z0-9.:_-]{1,128}");

    public HookRequest {
        requireNonNull(hook, "hook");
        requireNonNull(hookInstance, "hookInstance");
        requireNonNull(patientId, "patientId");
        requireNonNull(userId, "userId");
        requireNonNull(fhirServer, "fhirServer");
        requireNonNull(fhirAuthorization, "fhirAuthorization");
        requireNonNull(context, "context");
        requireNonNull(prefetch, "prefetch");
    }

    static HookRequest of(ObjectNode body) {
        if (!(body.path("context") instanceof ObjectNode context)) {
            throw new RefusedException(Refusal.NO_CONTEXT);
        }
        String patientId = patientId(context);
        return new HookRequest(
                text(body, "hook"),
                hookInstance(body),
                patientId,
                text(context, "userId"),
                text(body, "fhirServer").map(url -> url.replaceAll("/+$", "")),
                FhirAuthorization.of(body.path("fhirAuthorization"), patientId),
                context,
                prefetch(body));
    }

    /** Without patient and token. */
    @Override
    public String toString() {
        return "HookRequest";
    }

    /** Treatment is not explained to patients and relatives. */
    public boolean isFromPatientOrRelative() {
        return userId.filter(user -> NO_CLINICIAN.matcher(user).matches()).isPresent();
    }

    /** Clients send none, one constant, or no UUID; nothing rests on it. */
    private static Optional<String> hookInstance(ObjectNode body) {
        return Optional.of(body.path("hookInstance"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(id -> INSTANCE.matcher(id).matches());
    }

    private static String patientId(ObjectNode context) {
        if (!context.path("patientId").isTextual()) {
            throw new RefusedException(Refusal.NO_PATIENT_ID);
        }
        String id = context.path("patientId").asText();
        String bare = bareId(id);
        if (!ID.matcher(bare).matches()) {
            throw new RefusedException(Refusal.NO_PATIENT_ID);
        }
        return bare;
    }

    static String bareId(String patient) {
        return patient.startsWith("Patient/") ? patient.substring("Patient/".length()) : patient;
    }

    private static ObjectNode prefetch(ObjectNode body) {
        JsonNode prefetch = body.path("prefetch");
        if (prefetch.isMissingNode() || prefetch.isNull()) {
            return body.objectNode();
        }
        if (prefetch instanceof ObjectNode values) {
            return values;
        }
        throw new RefusedException(Refusal.PREFETCH_NOT_AN_OBJECT);
    }

    static Optional<String> text(ObjectNode parent, String field) {
        JsonNode value = parent.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new RefusedException(Refusal.NOT_A_HOOK_REQUEST);
        }
        return Optional.of(value.asText()).filter(text -> !text.isBlank());
    }
}
