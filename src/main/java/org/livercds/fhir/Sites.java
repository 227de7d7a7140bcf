package org.livercds.fhir;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.livercds.clinical.Truth;
import org.livercds.codes.ConceptSet;

/**
 * Whether a body site is the liver. A site coded as something else is not; one without a code, or one whose words speak
 * of the liver although its code is unknown here, is open.
 */
record Sites(Codes codes) {

    private static final Pattern LIVER_WORDS =
            Pattern.compile("liver|hepat|hépat|hepát|hígado|foie|leber|fegato", Pattern.CASE_INSENSITIVE);

    Truth isLiver(CodeableConcept site) {
        if (codes.is(site, ConceptSet.LIVER_STRUCTURE)) {
            return Truth.MET;
        }
        boolean coded = site.getCoding().stream().anyMatch(coding -> coding.hasSystem() && coding.hasCode());
        boolean named = Stream.concat(
                        Stream.ofNullable(site.getText()),
                        site.getCoding().stream().map(Coding::getDisplay))
                .anyMatch(words -> words != null && LIVER_WORDS.matcher(words).find());
        return coded && !named ? Truth.NOT_MET : Truth.UNKNOWN;
    }

    /** The liver or the artery that feeds it: enough to say that a procedure was one of the liver. */
    boolean isOfLiver(CodeableConcept site) {
        return codes.is(site, ConceptSet.LIVER_STRUCTURE, ConceptSet.HEPATIC_VESSEL);
    }
}
