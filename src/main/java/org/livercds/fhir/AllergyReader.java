package org.livercds.fhir;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.livercds.clinical.Evidence;

/** Allergies to contrast media, by code or by the word. Refuted ones, resolved ones and mistakes are none. */
record AllergyReader(Dates dates) {

    private static final Set<String> NONE = Set.of("refuted", "entered-in-error", "inactive", "resolved");

    List<Evidence> read(List<ReadResource> resources) {
        return resources.stream()
                .filter(read -> read.resource() instanceof AllergyIntolerance allergy && isPresent(allergy))
                .map(this::evidence)
                .toList();
    }

    private Evidence evidence(ReadResource read) {
        AllergyIntolerance allergy = (AllergyIntolerance) read.resource();
        return new Evidence(read.reference(), "allergy", "contrast-media", dates.of(allergy.getRecordedDateElement()));
    }

    private static boolean isPresent(AllergyIntolerance allergy) {
        return !says(allergy.getClinicalStatus()) && !says(allergy.getVerificationStatus());
    }

    private static boolean says(CodeableConcept status) {
        return status.getCoding().stream()
                .anyMatch(coding -> coding.getCode() != null && NONE.contains(coding.getCode()));
    }
}
