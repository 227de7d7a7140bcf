package org.livercds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.livercds.codes.ConceptSet;
import org.livercds.codes.ValueSets;

/**
 * What the codings of a resource mean to this service; the second coding counts as much as the first.
 *
 * @param sets those that hold a code of a concept
 */
record Codes(ValueSets valueSets, Function<CodeableConcept, Set<ConceptSet>> sets) {

    static final String FINDING = "https://livercds.org/fhir/CodeSystem/liver-finding";
    static final String FINDING_VALUE = "https://livercds.org/fhir/CodeSystem/liver-finding-value";

    static final Set<ConceptSet> LABS =
            Set.of(ConceptSet.BILIRUBIN, ConceptSet.ALBUMIN, ConceptSet.INR, ConceptSet.PLATELETS, ConceptSet.AFP);

    Codes(ValueSets valueSets) {
        this(valueSets, concept -> setsOf(valueSets, concept));
    }

    /** For one thread: resources of a chart share concepts, and readers ask more than once. */
    Codes ofOneChart() {
        return new Codes(valueSets, new Once<>(sets)::of);
    }

    Set<ConceptSet> of(CodeableConcept concept) {
        return sets.apply(concept);
    }

    private static Set<ConceptSet> setsOf(ValueSets valueSets, CodeableConcept concept) {
        if (concept.getCoding().size() == 1) {
            Coding only = concept.getCodingFirstRep();
            return setsOf(valueSets, only.getSystem(), only.getCode());
        }
        Set<ConceptSet> sets = EnumSet.noneOf(ConceptSet.class);
        for (Coding coding : concept.getCoding()) {
            sets.addAll(setsOf(valueSets, coding.getSystem(), coding.getCode()));
        }
        return Collections.unmodifiableSet(sets);
    }

    boolean is(CodeableConcept concept, ConceptSet... sets) {
        Set<ConceptSet> found = of(concept);
        for (ConceptSet set : sets) {
            if (found.contains(set)) {
                return true;
            }
        }
        return false;
    }

    /** The codes of one of the service's own code systems. */
    static List<String> own(CodeableConcept concept, String system) {
        List<String> codes = new ArrayList<>();
        for (Coding coding : concept.getCoding()) {
            if (system.equals(coding.getSystem()) && coding.getCode() != null) {
                codes.add(coding.getCode());
            }
        }
        return codes;
    }

    /** Whether a reader would look at the resource, told from its raw JSON. */
    boolean isRelevant(JsonNode resource) {
        return isRelevantCode(resource.path("code")) || isRelevantByParts(resource);
    }

    /** The same of its code alone, which tells it of most. */
    boolean isRelevantCode(JsonNode code) {
        return anyCodingOf(code, this::isRelevantCoding);
    }

    boolean isRelevantByParts(JsonNode resource) {
        return anyCodingOfParts(resource, this::isRelevantCoding);
    }

    private boolean isRelevantCoding(JsonNode coding) {
        return isOwn(coding) || !setsOf(coding).isEmpty();
    }

    /** A coding is of a system that is known here, so that what it does not say is known not to be said. */
    boolean isUnderstood(JsonNode resource) {
        return anyCoding(
                resource,
                coding -> isOwn(coding)
                        || isSaid(coding.path("code"))
                                && valueSets.isKnownSystem(coding.path("system").asText()));
    }

    /** Nothing says what the resource is about: no coding has both a system and a code, and there are no words. */
    static boolean isMute(JsonNode resource) {
        boolean coded = anyCoding(resource, coding -> isSaid(coding.path("system")) && isSaid(coding.path("code")));
        return !coded && !isSaid(resource.path("code").path("text"));
    }

    /** Empty text stands for nothing. */
    private static boolean isSaid(JsonNode text) {
        return text.isTextual() && !text.asText().isBlank();
    }

    /** An allergy to contrast media, by code or by the word. */
    boolean isContrast(JsonNode allergy) {
        boolean named = allergy.path("code").toString().toLowerCase(Locale.ROOT).contains("contrast");
        return named || anyCoding(allergy, coding -> setsOf(coding).contains(ConceptSet.CONTRAST_ALLERGY));
    }

    boolean isLab(JsonNode observation) {
        return anyCoding(observation, coding -> setsOf(coding).stream().anyMatch(LABS::contains));
    }

    /** Anything that is looked at and is no laboratory value. */
    boolean isFinding(JsonNode observation) {
        return anyCoding(
                observation, coding -> isOwn(coding) || setsOf(coding).stream().anyMatch(set -> !LABS.contains(set)));
    }

    private static boolean anyCoding(JsonNode resource, Predicate<JsonNode> test) {
        return anyCodingOf(resource.path("code"), test) || anyCodingOfParts(resource, test);
    }

    private static boolean anyCodingOfParts(JsonNode resource, Predicate<JsonNode> test) {
        JsonNode parts = resource.path("component");
        for (int i = 0; i < RawJson.count(parts); i++) {
            if (anyCodingOf(RawJson.at(parts, i).path("code"), test)) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyCodingOf(JsonNode concepts, Predicate<JsonNode> test) {
        for (int i = 0; i < RawJson.count(concepts); i++) {
            JsonNode codings = RawJson.at(concepts, i).path("coding");
            for (int j = 0; j < RawJson.count(codings); j++) {
                if (test.test(RawJson.at(codings, j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOwn(JsonNode coding) {
        return coding.path("system").asText().equals(FINDING);
    }

    Set<ConceptSet> setsOf(JsonNode coding) {
        return setsOf(
                valueSets, coding.path("system").asText(), coding.path("code").asText());
    }

    private static Set<ConceptSet> setsOf(ValueSets valueSets, String system, String code) {
        return system == null || code == null ? Set.of() : valueSets.setsOf(system, code);
    }
}
