package org.livercds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Versions of FHIR before R4, told by the shape of Conditions or by what the server says of itself. They use other
 * elements for the same facts, so that nothing of them is read.
 */
public enum FhirVersion {
    DSTU2,
    STU3;

    private static final List<String> STATUSES = List.of("clinicalStatus", "verificationStatus");

    /** Elements of other versions that say what this service reads elsewhere. */
    private static final Map<String, Set<String>> OF_OTHER_VERSIONS = Map.of(
            "Procedure",
            Set.of(
                    "notDone",
                    "notPerformed",
                    "occurrenceDateTime",
                    "occurrencePeriod",
                    "occurrenceString",
                    "occurrenceAge",
                    "occurrenceRange",
                    "occurrenceTiming"),
            "BodyStructure",
            Set.of("includedStructure"),
            "Observation",
            Set.of("bodyStructure"));

    /**
     * A status is a code there and a CodeableConcept since R4. One Condition of R4 among them shows that the others are
     * damaged, not old.
     */
    static Optional<FhirVersion> ofConditions(List<ObjectNode> conditions) {
        boolean old = false;
        boolean dstu2 = false;
        for (ObjectNode condition : conditions) {
            if (!hasStatus(condition)) {
                continue;
            }
            if (!isOld(condition)) {
                return Optional.empty();
            }
            old = true;
            dstu2 |= condition.has("patient");
        }
        return old ? Optional.of(dstu2 ? DSTU2 : STU3) : Optional.empty();
    }

    private static boolean hasStatus(ObjectNode condition) {
        boolean any = false;
        for (String status : STATUSES) {
            any |= condition.hasNonNull(status);
        }
        return any;
    }

    private static boolean isOld(ObjectNode condition) {
        boolean old = true;
        for (String status : STATUSES) {
            JsonNode value = condition.path(status);
            old &= value.isMissingNode() || value.isTextual();
        }
        return old;
    }

    /** @param statement CapabilityStatement, or Conformance as it was called before */
    static Optional<FhirVersion> ofCapabilities(JsonNode statement) {
        String version = statement.path("fhirVersion").asText();
        if (version.startsWith("1.") || version.startsWith("0.5")) {
            return Optional.of(DSTU2);
        }
        return version.startsWith("3.") ? Optional.of(STU3) : Optional.empty();
    }

    /** Read as R4 it would lose what matters. */
    static boolean isOfAnother(ObjectNode resource) {
        for (String element :
                OF_OTHER_VERSIONS.getOrDefault(resource.path("resourceType").asText(), Set.of())) {
            if (resource.has(element)) {
                return true;
            }
        }
        return false;
    }
}
