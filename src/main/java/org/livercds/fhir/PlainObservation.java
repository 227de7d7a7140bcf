package org.livercds.fhir;

import static org.livercds.fhir.PlainJson.all;
import static org.livercds.fhir.PlainJson.concept;
import static org.livercds.fhir.PlainJson.each;
import static org.livercds.fhir.PlainJson.reference;
import static org.livercds.fhir.PlainJson.set;

import com.fasterxml.jackson.databind.JsonNode;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Observation.ObservationReferenceRangeComponent;
import org.hl7.fhir.r4.model.Observation.ObservationStatusEnumFactory;
import org.hl7.fhir.r4.model.SimpleQuantity;
import org.livercds.fhir.PlainJson.NotPlainException;

/** What Observations of plain shape have, nearly all of a chart. */
final class PlainObservation {

    private static final ObservationStatusEnumFactory STATUSES = new ObservationStatusEnumFactory();

    private PlainObservation() {}

    static void read(Observation observation, String name, JsonNode value) {
        switch (name) {
            case "identifier" -> all(value, one -> observation.addIdentifier(PlainJson.identifier(one)));
            case "status" -> observation.setStatusElement(set(new Enumeration<>(STATUSES), value));
            case "category" -> all(value, one -> observation.addCategory(concept(one)));
            case "code" -> observation.setCode(concept(value));
            case "issued" -> observation.setIssuedElement(set(new PlainTime.OfInstant(), value));
            case "dataAbsentReason" -> observation.setDataAbsentReason(concept(value));
            case "bodySite" -> observation.setBodySite(concept(value));
            case "method" -> observation.setMethod(concept(value));
            case "interpretation" -> all(value, one -> observation.addInterpretation(concept(one)));
            case "referenceRange" -> all(value, one -> observation.addReferenceRange(range(one)));
            case "component" -> all(value, one -> observation.addComponent(component(one)));
            default -> refer(observation, name, value);
        }
    }

    private static void refer(Observation observation, String name, JsonNode value) {
        switch (name) {
            case "subject" -> observation.setSubject(reference(value));
            case "focus" -> all(value, one -> observation.addFocus(reference(one)));
            case "encounter" -> observation.setEncounter(reference(value));
            case "performer" -> all(value, one -> observation.addPerformer(reference(one)));
            case "specimen" -> observation.setSpecimen(reference(value));
            case "device" -> observation.setDevice(reference(value));
            case "basedOn" -> all(value, one -> observation.addBasedOn(reference(one)));
            case "derivedFrom" -> all(value, one -> observation.addDerivedFrom(reference(one)));
            case "effectiveDateTime" ->
                observation.setEffective(
                        PlainJson.only(observation.getEffective(), set(new PlainTime.OfDateTime(), value)));
            case "effectivePeriod" ->
                observation.setEffective(PlainJson.only(observation.getEffective(), PlainJson.period(value)));
            default -> observation.setValue(PlainJson.only(observation.getValue(), PlainValue.of(name, value)));
        }
    }

    private static ObservationComponentComponent component(JsonNode json) {
        ObservationComponentComponent component = new ObservationComponentComponent();
        each(json, (name, value) -> {
            switch (name) {
                case "code" -> component.setCode(concept(value));
                case "dataAbsentReason" -> component.setDataAbsentReason(concept(value));
                default -> component.setValue(PlainJson.only(component.getValue(), PlainValue.of(name, value)));
            }
        });
        return component;
    }

    private static ObservationReferenceRangeComponent range(JsonNode json) {
        ObservationReferenceRangeComponent range = new ObservationReferenceRangeComponent();
        each(json, (name, value) -> {
            switch (name) {
                case "low" -> range.setLow(PlainJson.fill(new SimpleQuantity(), value));
                case "high" -> range.setHigh(PlainJson.fill(new SimpleQuantity(), value));
                case "type" -> range.setType(concept(value));
                case "text" -> set(range.getTextElement(), value);
                default -> throw new NotPlainException();
            }
        });
        return range;
    }
}
