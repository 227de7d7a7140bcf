package org.livercds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.livercds.clinical.patient.Drug;
import org.livercds.codes.ConceptSet;

/**
 * What a medication is, told from its raw JSON: by a code of an ingredient, else by an ingredient's name in a display or
 * text. EHRs order products, whose codes are not those of their ingredients, and name the ingredient in words.
 */
record DrugWords(Codes codes) {

    private static final Map<ConceptSet, Drug.Kind> KINDS = Map.of(
            ConceptSet.SYSTEMIC_THERAPY, Drug.Kind.SYSTEMIC_THERAPY,
            ConceptSet.ANTICOAGULANT, Drug.Kind.ANTICOAGULANT);

    /** An ingredient as the value sets call it. */
    record Ingredient(Drug.Kind kind, String name, boolean coded) {}

    /** All that are named; a combination has several. */
    List<Ingredient> of(JsonNode medication) {
        String words = String.join(" ", words(medication).toList()).toLowerCase(Locale.ROOT);
        boolean coded = codings(medication)
                .anyMatch(coding -> KINDS.keySet().stream().anyMatch(codes.setsOf(coding)::contains));
        return KINDS.entrySet().stream()
                .flatMap(kind -> codes.valueSets().names(kind.getKey()).stream()
                        .filter(name -> isNamed(name, words) || coded && hasCode(medication, kind.getKey(), name))
                        .map(name -> new Ingredient(kind.getValue(), name, coded)))
                .toList();
    }

    /** Nothing says what it is: no code, no words, and no resource in it that would. */
    static boolean isMute(JsonNode medication) {
        boolean coded =
                codings(medication).anyMatch(coding -> coding.path("code").isTextual());
        return !coded && words(medication).findAny().isEmpty();
    }

    private boolean hasCode(JsonNode medication, ConceptSet set, String name) {
        return codings(medication)
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

    private static Stream<JsonNode> codings(JsonNode medication) {
        return concepts(medication).flatMap(concept -> RawJson.elements(concept.path("coding")));
    }

    private static Stream<String> words(JsonNode medication) {
        Stream<String> texts =
                concepts(medication).map(concept -> concept.path("text").asText());
        Stream<String> displays =
                codings(medication).map(coding -> coding.path("display").asText());
        Stream<String> reference =
                Stream.of(medication.path("medicationReference").path("display").asText());
        return Stream.of(texts, displays, reference).flatMap(words -> words).filter(text -> !text.isBlank());
    }

    /** Its own, and those of a Medication that it contains. */
    private static Stream<JsonNode> concepts(JsonNode medication) {
        return Stream.concat(
                Stream.of(medication.path("medicationCodeableConcept")),
                RawJson.elements(medication.path("contained")).map(contained -> contained.path("code")));
    }
}
