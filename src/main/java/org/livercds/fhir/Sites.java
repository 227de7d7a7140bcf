package org.livercds.fhir;

import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.livercds.clinical.Truth;
import org.livercds.codes.ConceptSet;

/**
 * Whether a body site is the liver. A site in the list of other organs is not, nor one of a standard code whose words name
 * something else; every other is open, because a part of the liver may have a code that is unknown here.
 */
record Sites(Codes codes) {

    private static final Pattern LIVER_WORDS =
            Pattern.compile("liver|hepat|hépat|hepát|hígado|foie|leber|fegato|segment|lobe", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORDS = Pattern.compile("\\p{L}{3}");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final String STANDARD = "http://snomed.info/sct";

    Truth isLiver(CodeableConcept site) {
        if (codes.is(site, ConceptSet.LIVER_STRUCTURE)) {
            return Truth.MET;
        }
        boolean other = codes.is(site, ConceptSet.OTHER_ORGAN)
                || site.getCoding().stream().anyMatch(Sites::isNamedOtherwise) && !isNamedLiver(site.getText());
        return other ? Truth.NOT_MET : Truth.UNKNOWN;
    }

    private static boolean isNamedOtherwise(Coding coding) {
        return STANDARD.equals(coding.getSystem())
                && coding.getCode() != null
                && NUMBER.matcher(coding.getCode()).matches()
                && coding.getDisplay() != null
                && WORDS.matcher(coding.getDisplay()).find()
                && !isNamedLiver(coding.getDisplay());
    }

    private static boolean isNamedLiver(String words) {
        return words != null && LIVER_WORDS.matcher(words).find();
    }

    /** The liver or the artery that feeds it: enough to say that a procedure was one of the liver. */
    boolean isOfLiver(CodeableConcept site) {
        return codes.is(site, ConceptSet.LIVER_STRUCTURE, ConceptSet.HEPATIC_VESSEL);
    }
}
