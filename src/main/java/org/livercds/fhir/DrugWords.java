package org.livercds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.livercds.clinical.patient.Drug;
import org.livercds.codes.ConceptSet;

/**
 * What a medication is, told from its raw JSON: by a code of an ingredient, else by an ingredient's name in a display or
 * text. EHRs order products, whose codes are not those of their ingredients, and name the ingredient in words.
 */
record DrugWords(Codes codes) {

    private static final Map<ConceptSet, Drug.Kind> KINDS = new EnumMap<>(Map.of(
            ConceptSet.SYSTEMIC_THERAPY, Drug.Kind.SYSTEMIC_THERAPY,
            ConceptSet.ANTICOAGULANT, Drug.Kind.ANTICOAGULANT));

    /** An ingredient as the value sets call it. */
    record Ingredient(Drug.Kind kind, String name, boolean coded) {}

    /** All that are named; a combination has several. */
    List<Ingredient> of(JsonNode medication) {
        String words = String.join(" ", words(medication)).toLowerCase(Locale.ROOT);
        boolean coded = isCoded(medication);
        List<Ingredient> all = new ArrayList<>();
        for (Map.Entry<ConceptSet, Drug.Kind> kind : KINDS.entrySet()) {
            for (String name : codes.valueSets().names(kind.getKey())) {
                if (isNamed(name, words) || coded && hasCode(medication, kind.getKey(), name)) {
                    all.add(new Ingredient(kind.getValue(), name, coded));
                }
            }
        }
        return all;
    }

    private boolean isCoded(JsonNode medication) {
        for (JsonNode coding : codings(medication)) {
            if (!Collections.disjoint(codes.setsOf(coding), KINDS.keySet())) {
                return true;
            }
        }
        return false;
    }

    /** Nothing says what it is: no code, no words, and no resource in it that would. */
    static boolean isMute(JsonNode medication) {
        boolean coded = codings(medication).stream()
                .anyMatch(coding -> coding.path("code").isTextual());
        return !coded && words(medication).isEmpty();
    }

    private boolean hasCode(JsonNode medication, ConceptSet set, String name) {
        return codings(medication).stream()
                .filter(coding -> codes.setsOf(coding).contains(set))
                .anyMatch(coding -> codes.valueSets()
                        .name(set, coding.path("code").asText())
                        .filter(name::equals)
                        .isPresent());
    }

    private static boolean isNamed(String name, String words) {
        return words.contains(name)
                && Pattern.compile("\\b" + Pattern.quote(name)).matcher(words).find();
    }

    private static List<JsonNode> codings(JsonNode medication) {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode concept : concepts(medication)) {
            RawJson.each(concept.path("coding")).forEach(all::add);
        }
        return all;
    }

    private static List<String> words(JsonNode medication) {
        List<String> words = new ArrayList<>();
        concepts(medication).forEach(concept -> words.add(concept.path("text").asText()));
        codings(medication).forEach(coding -> words.add(coding.path("display").asText()));
        words.add(medication.path("medicationReference").path("display").asText());
        words.removeIf(String::isBlank);
        return words;
    }

    /** Its own, and those of a Medication that it contains. */
    private static List<JsonNode> concepts(JsonNode medication) {
        List<JsonNode> concepts = new ArrayList<>();
        concepts.add(medication.path("medicationCodeableConcept"));
        RawJson.each(medication.path("contained")).forEach(contained -> concepts.add(contained.path("code")));
        return concepts;
    }
}
