package org.livercds.fhir;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.LesionKey;
import org.livercds.clinical.patient.Measurement;
import org.livercds.clinical.patient.NumberRange;
import org.livercds.clinical.patient.SizeRange;
import org.livercds.codes.ConceptSet;

/**
 * Observations of a tumour's size as measurements. The longest diameter counts: its component, else the largest of the
 * other components, else the value of the Observation; never a volume. A component that is there and cannot be used is
 * not replaced by another value.
 */
record MeasurementReader(Codes codes, Dates dates, BodyStructures lesions, Set<String> benign) {

    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Cf}]");

    Optional<Measurement> measurement(ReadResource read) {
        return isMeasurement((Observation) read.resource()) ? Optional.of(read(read)) : Optional.empty();
    }

    private boolean isMeasurement(Observation observation) {
        return codes.is(observation.getCode(), ConceptSet.TUMOR_SIZE, ConceptSet.TUMOR_LONGEST_DIMENSION)
                || !components(observation, ConceptSet.TUMOR_LONGEST_DIMENSION).isEmpty();
    }

    private Measurement read(ReadResource read) {
        Observation observation = (Observation) read.resource();
        List<Type> values = sizes(observation);
        Optional<String> text =
                values.stream().findFirst().flatMap(Quantities.LENGTH::text).filter(recorded -> values.size() == 1);
        Optional<SizeRange> size = size(values);
        String recorded = text.or(() -> size.map(range -> "see-resource")).orElseGet(() -> unusable(values));
        Evidence evidence =
                new Evidence(read.reference(), "lesion-size", recorded, dates.of(observation.getEffective()));
        Fact<SizeRange> fact = size.map(range -> Fact.known(range, List.of(evidence)))
                .orElseGet(() -> Fact.unknown(Fact.Reason.UNREADABLE, List.of(evidence)));
        return new Measurement(
                key(observation),
                evidence.date(),
                fact,
                values.stream().anyMatch(MeasurementReader::isImplausible),
                inLiver(observation),
                isBenign(read, observation),
                evidence);
    }

    private List<Type> sizes(Observation observation) {
        List<Type> longest = components(observation, ConceptSet.TUMOR_LONGEST_DIMENSION);
        if (!longest.isEmpty()) {
            return longest;
        }
        List<Type> others = components(observation, ConceptSet.TUMOR_OTHER_DIMENSION);
        return others.isEmpty() ? List.of(valueOf(observation.getValue())) : others;
    }

    private List<Type> components(Observation observation, ConceptSet set) {
        List<Type> values = new ArrayList<>();
        for (ObservationComponentComponent component : observation.getComponent()) {
            if (codes.is(component.getCode(), set)) {
                values.add(valueOf(component.getValue()));
            }
        }
        return values;
    }

    /** An empty quantity stands for a missing value: it is unusable, and it is there. */
    private static Type valueOf(Type value) {
        return value == null ? new Quantity() : value;
    }

    /** The largest of several diameters: as large as the largest of their ends. */
    private static Optional<SizeRange> size(List<Type> values) {
        List<NumberRange> ranges = values.stream()
                .flatMap(value -> Quantities.LENGTH.read(value).stream())
                .toList();
        boolean usable = ranges.size() == values.size() && values.stream().noneMatch(MeasurementReader::isImplausible);
        return usable ? ranges.stream().reduce(NumberRange::largest).map(SizeRange::new) : Optional.empty();
    }

    /** A key for the words of the cards: what is wrong with it. */
    private static String unusable(List<Type> values) {
        if (values.stream().anyMatch(MeasurementReader::isImplausible)) {
            return "size-implausible";
        }
        boolean noUnit = values.stream()
                .anyMatch(value -> value instanceof Quantity quantity
                        && quantity.hasValue()
                        && !quantity.hasUnit()
                        && !quantity.hasCode());
        boolean noValue = values.stream().allMatch(value -> value instanceof Quantity quantity && !quantity.hasValue());
        return noUnit ? "size-no-unit" : noValue ? "size-no-value" : "size-unusable";
    }

    private static boolean isImplausible(Type value) {
        if (value instanceof Quantity quantity
                && quantity.getValue() != null
                && Quantities.number(quantity).isEmpty()) {
            return quantity.getValue().abs().compareTo(SizeRange.PLAUSIBLE_UP_TO) > 0;
        }
        boolean negative = value instanceof Quantity quantity
                && quantity.getValue() != null
                && quantity.getValue().signum() < 0;
        return negative
                || Quantities.LENGTH
                        .read(value)
                        .filter(MeasurementReader::isBeyondPlausible)
                        .isPresent();
    }

    private static boolean isBeyondPlausible(NumberRange millimetres) {
        BigDecimal most = SizeRange.PLAUSIBLE_UP_TO;
        return millimetres.low().signum() < 0
                || millimetres.isAbove(most) == Truth.MET
                || millimetres.high().filter(end -> end.compareTo(most) > 0).isPresent();
    }

    private LesionKey key(Observation observation) {
        return focusOn(observation, "BodyStructure")
                .flatMap(lesions::key)
                .or(() -> lesions.key(observation.getIdentifier()))
                .or(() -> segment(observation.getBodySite()))
                .orElseGet(LesionKey::none);
    }

    /** A segment of the liver, with its side where that is told; the whole liver is no key. */
    private Optional<LesionKey> segment(CodeableConcept site) {
        Stream<String> segments = site.getCoding().stream()
                .filter(coding -> codes.is(new CodeableConcept(coding), ConceptSet.LIVER_SEGMENT))
                .map(coding -> INVISIBLE.matcher(coding.getCode()).replaceAll(""));
        Stream<String> sides = Stream.concat(
                        site.getExtension().stream(),
                        site.getCoding().stream().flatMap(coding -> coding.getExtension().stream()))
                .map(Extension::getValue)
                .filter(CodeableConcept.class::isInstance)
                .flatMap(value -> ((CodeableConcept) value).getCoding().stream())
                .map(coding -> coding.getCode() == null ? "" : coding.getCode());
        return segments.sorted()
                .findFirst()
                .map(code ->
                        LesionKey.segment(code + sides.sorted().map("/"::concat).reduce("", String::concat)));
    }

    private Truth inLiver(Observation observation) {
        if (observation.hasSpecimen() || focusOn(observation, "Specimen").isPresent()) {
            return Truth.NOT_MET;
        }
        Sites sites = new Sites(codes);
        Truth site = sites.isLiver(observation.getBodySite());
        return site != Truth.UNKNOWN
                ? site
                : focusOn(observation, "BodyStructure")
                        .flatMap(lesions::find)
                        .map(structure -> sites.isLiver(structure.getLocation()))
                        .orElse(Truth.UNKNOWN);
    }

    private boolean isBenign(ReadResource read, Observation observation) {
        return benign.stream().anyMatch(read::isNamedBy)
                || observation.getFocus().stream()
                        .flatMap(focus -> References.of(focus).stream())
                        .anyMatch(benign::contains);
    }

    private Optional<Reference> focusOn(Observation observation, String type) {
        return observation.getFocus().stream()
                .filter(focus -> References.isOfType(focus, type)
                        || focus.getResource() != null
                                && focus.getResource().fhirType().equals(type)
                        || type.equals("BodyStructure") && lesions.find(focus).isPresent())
                .findFirst();
    }
}
