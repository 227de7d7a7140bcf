package org.livercds.service;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.livercds.codes.Coding;
import org.livercds.codes.ConceptSet;
import org.livercds.codes.ValueSets;
import org.livercds.service.Changes.SizedLesion;
import org.livercds.service.WhatIf.FindingsToday;

/** The measured lesions of a request, as a what-if would have them. */
record LesionsToday(PrefetchedObservations chart, ValueSets valueSets, FindingsToday findings, String lesionSystem) {

    /** What an Observation says instead of a value, or beside it. */
    private static final Set<String> OTHER_VALUES = Set.of("component", "dataAbsentReason", "interpretation");

    void become(List<SizedLesion> lesions) {
        Optional<ObjectNode> like = lesions.stream()
                .flatMap(lesion -> measurements(lesion.references()))
                .findFirst()
                .map(ObjectNode::deepCopy);
        removeAllBut(
                lesions.stream().flatMap(lesion -> lesion.references().stream()).collect(toSet()));
        int number = 0;
        for (SizedLesion lesion : lesions) {
            if (lesion.isNew()) {
                chart.add(sized(another(like, ++number), lesion.centimetres().orElseThrow()));
            } else {
                lesion.centimetres()
                        .ifPresent(size ->
                                measurements(lesion.references()).forEach(measurement -> sized(measurement, size)));
            }
        }
    }

    private Stream<ObjectNode> measurements(Set<String> references) {
        return chart.all().filter(observation -> references.contains(reference(observation)));
    }

    /** Earlier measurements of a lesion that is kept stay; those of one that is gone go with it. */
    private void removeAllBut(Set<String> kept) {
        Set<JsonNode> names = measurements(kept).flatMap(LesionsToday::names).collect(toSet());
        chart.remove(observation -> isMeasurement(observation)
                && !kept.contains(reference(observation))
                && names(observation).noneMatch(names::contains));
    }

    private boolean isMeasurement(ObjectNode observation) {
        Stream<JsonNode> concepts = Stream.concat(
                Stream.of(observation.path("code")),
                stream(observation.path("component")).map(component -> component.path("code")));
        return concepts.flatMap(concept -> stream(concept.path("coding"))).anyMatch(this::isOfSize);
    }

    private boolean isOfSize(JsonNode coding) {
        Coding code =
                new Coding(coding.path("system").asText(), coding.path("code").asText());
        Set<ConceptSet> sets = new HashSet<>(valueSets.setsOf(code.system(), code.code()));
        valueSets
                .targets(code.system(), code.code())
                .forEach(target -> sets.addAll(valueSets.setsOf(target.system(), target.code())));
        return sets.contains(ConceptSet.TUMOR_SIZE) || sets.contains(ConceptSet.TUMOR_LONGEST_DIMENSION);
    }

    private ObjectNode another(Optional<ObjectNode> like, int number) {
        ObjectNode lesion = like.map(ObjectNode::deepCopy).orElseGet(() -> findings.observation(""));
        lesion.put("id", "what-if-lesion-" + number);
        lesion.remove(List.of("focus", "derivedFrom", "hasMember", "note"));
        lesion.putArray("identifier").addObject().put("system", lesionSystem).put("value", "what-if-lesion-" + number);
        if (like.isEmpty()) {
            Coding liver = first(ConceptSet.LIVER_STRUCTURE);
            lesion.set("bodySite", FindingsToday.concept(liver.system(), liver.code()));
        }
        return lesion;
    }

    /** The longest diameter, and nothing else. */
    private ObjectNode sized(ObjectNode measurement, BigDecimal centimetres) {
        List<String> names = measurement.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> name.startsWith("value") || name.startsWith("_value") || OTHER_VALUES.contains(name))
                .toList();
        measurement.remove(names);
        Coding longest = first(ConceptSet.TUMOR_LONGEST_DIMENSION);
        measurement.set("code", FindingsToday.concept(longest.system(), longest.code()));
        measurement
                .putObject("valueQuantity")
                .put("value", centimetres)
                .put("unit", "cm")
                .put("system", "http://unitsofmeasure.org")
                .put("code", "cm");
        return measurement;
    }

    private Coding first(ConceptSet set) {
        return valueSets.codes(set).findFirst().orElseThrow();
    }

    /** What tells one lesion from another. */
    private static Stream<JsonNode> names(ObjectNode observation) {
        return Stream.concat(stream(observation.path("identifier")), stream(observation.path("focus")));
    }

    private static String reference(ObjectNode observation) {
        return "Observation/" + observation.path("id").asText();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
