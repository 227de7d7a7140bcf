package org.livercds.fhir;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.livercds.codes.Coding;
import org.livercds.codes.ConceptSet;
import org.livercds.codes.ValueSets;

/**
 * The FHIR queries that the service publishes. Their code lists come from the value sets by which the readers read, so
 * that the two cannot differ. No query limits what is counted or whose absence matters.
 */
public final class PrefetchTemplates {

    static final String PATIENT = "{{context.patientId}}";

    private static final List<ConceptSet> FINDINGS = List.of(
            ConceptSet.TUMOR_SIZE,
            ConceptSet.TUMOR_LONGEST_DIMENSION,
            ConceptSet.ECOG,
            ConceptSet.KARNOFSKY,
            ConceptSet.CHILD_PUGH,
            ConceptSet.TNM_M,
            ConceptSet.PREGNANCY_STATUS);

    private static final List<ConceptSet> LABS =
            List.of(ConceptSet.BILIRUBIN, ConceptSet.ALBUMIN, ConceptSet.INR, ConceptSet.PLATELETS, ConceptSet.AFP);

    private PrefetchTemplates() {}

    /** One query for each key, in the order in which they are published. */
    public static Map<String, String> of(ValueSets valueSets) {
        Map<String, String> templates = new LinkedHashMap<>();
        for (PrefetchKey key : PrefetchKey.values()) {
            templates.put(key.key(), template(key, valueSets));
        }
        return templates;
    }

    private static String template(PrefetchKey key, ValueSets valueSets) {
        String search = key.resourceType() + "?patient=" + PATIENT;
        return switch (key) {
            case PATIENT -> "Patient/" + PATIENT;
            case OBSERVATIONS -> search + "&code=" + codes(FINDINGS, valueSets) + "," + Codes.FINDING + "|";
            case LABS -> search + "&code=" + codes(LABS, valueSets) + "&_sort=-date&_count=50";
            default -> search;
        };
    }

    private static String codes(List<ConceptSet> sets, ValueSets valueSets) {
        Stream<Coding> codings = sets.stream().flatMap(valueSets::codes);
        return codings.map(coding -> coding.system() + "|" + coding.code()).collect(Collectors.joining(","));
    }
}
