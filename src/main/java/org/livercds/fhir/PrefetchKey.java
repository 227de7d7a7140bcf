package org.livercds.fhir;

import java.util.Arrays;
import java.util.Optional;
import org.livercds.clinical.patient.ChartPart;

/** The data that the service asks for, in the order in which they are published. */
public enum PrefetchKey {
    PATIENT("patient", "Patient", ChartPart.PATIENT),
    CONDITIONS("conditions", "Condition", ChartPart.CONDITIONS),
    OBSERVATIONS("observations", "Observation", ChartPart.OBSERVATIONS),
    LABS("labs", "Observation", ChartPart.LABS),
    PROCEDURES("procedures", "Procedure", ChartPart.PROCEDURES),
    MEDICATIONS("medications", "MedicationRequest", ChartPart.MEDICATIONS),
    ALLERGIES("allergies", "AllergyIntolerance", ChartPart.ALLERGIES),
    BODY_STRUCTURES("bodyStructures", "BodyStructure", ChartPart.BODY_STRUCTURES);

    private final String key;
    private final String resourceType;
    private final ChartPart part;

    PrefetchKey(String key, String resourceType, ChartPart part) {
        this.key = key;
        this.resourceType = resourceType;
        this.part = part;
    }

    /** Whether the resource is one that the key asks for. */
    boolean fits(PrefetchValue.RawResource resource, Codes codes) {
        boolean statement = this == MEDICATIONS && resource.type().equals("MedicationStatement");
        if (!resource.type().equals(resourceType) && !statement) {
            return false;
        }
        return switch (this) {
            case OBSERVATIONS -> codes.isFinding(resource.json());
            case LABS -> codes.isLab(resource.json());
            default -> true;
        };
    }

    static Optional<PrefetchKey> named(String name) {
        return Arrays.stream(values()).filter(key -> key.key.equals(name)).findFirst();
    }

    public String key() {
        return key;
    }

    public String resourceType() {
        return resourceType;
    }

    /** Of laboratory values the newest suffice, and they are asked for in that order. */
    PrefetchValue.Pages pages() {
        return this == LABS ? PrefetchValue.Pages.NEWEST_FIRST : PrefetchValue.Pages.ALL_HERE;
    }

    public ChartPart part() {
        return part;
    }
}
