package org.livercds.fhir;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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

    private static final Pattern OF_SEARCH = Pattern.compile("[\\\\,|$]");
    private static final Pattern ODD = Pattern.compile("[^A-Za-z0-9:/._~-]");

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
            case OBSERVATIONS -> search + "&code=" + list(findings(valueSets));
            case LABS -> search + "&code=" + list(codes(LABS, valueSets)) + "&_sort=-date&_count=50";
            default -> search;
        };
    }

    private static Stream<String> findings(ValueSets valueSets) {
        Stream<String> own = Stream.concat(
                Stream.of(Codes.FINDING + "|"),
                valueSets
                        .siteCodes(target -> target.system().equals(Codes.FINDING))
                        .map(PrefetchTemplates::token));
        return Stream.concat(codes(FINDINGS, valueSets), own);
    }

    /** The codes of the sets, and those of the site that stand for them. */
    private static Stream<String> codes(List<ConceptSet> sets, ValueSets valueSets) {
        Stream<Coding> standard = sets.stream().flatMap(valueSets::codes);
        Stream<Coding> local = valueSets.siteCodes(target ->
                valueSets.setsOf(target.system(), target.code()).stream().anyMatch(sets::contains));
        return Stream.concat(standard, local).map(PrefetchTemplates::token);
    }

    private static String list(Stream<String> tokens) {
        return tokens.distinct().collect(Collectors.joining(","));
    }

    /** A site's code may hold what means something else in a search or in an address. */
    private static String token(Coding coding) {
        return escaped(coding.system()) + "|" + escaped(coding.code());
    }

    private static String escaped(String text) {
        String value = OF_SEARCH.matcher(text).replaceAll("\\\\$0");
        return ODD.matcher(value)
                .replaceAll(found ->
                        URLEncoder.encode(found.group(), StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
