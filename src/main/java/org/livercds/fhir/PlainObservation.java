package org.livercds.fhir;

import static org.livercds.fhir.PlainJson.all;
import static org.livercds.fhir.PlainJson.each;
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

    static void read(PlainElements elements, Observation observation, String name, JsonNode value) {
        switch (name) {
            case "identifier" -> all(value, one -> observation.addIdentifier(PlainJson.identifier(one)));
            case "status" -> observation.setStatusElement(set(new Enumeration<>(STATUSES), value));
            case "category" -> all(value, one -> observation.addCategory(elements.concept(one)));
            case "code" -> observation.setCode(elements.concept(value));
            case "issued" -> observation.setIssuedElement(set(new PlainTime.OfInstant(), value));
            case "dataAbsentReason" -> observation.setDataAbsentReason(elements.concept(value));
            case "bodySite" -> observation.setBodySite(elements.concept(value));
            case "method" -> observation.setMethod(elements.concept(value));
            case "interpretation" -> all(value, one -> observation.addInterpretation(elements.concept(one)));
            case "referenceRange" -> all(value, one -> observation.addReferenceRange(elements.range(one)));
            case "component" -> all(value, one -> observation.addComponent(component(elements, one)));
            default -> refer(elements, observation, name, value);
        }
    }

    private static void refer(PlainElements elements, Observation observation, String name, JsonNode value) {
        switch (name) {
            case "subject" -> observation.setSubject(elements.reference(value));
            case "focus" -> all(value, one -> observation.addFocus(elements.reference(one)));
            case "encounter" -> observation.setEncounter(elements.reference(value));
            case "performer" -> all(value, one -> observation.addPerformer(elements.reference(one)));
            case "specimen" -> observation.setSpecimen(elements.reference(value));
            case "device" -> observation.setDevice(elements.reference(value));
            case "basedOn" -> all(value, one -> observation.addBasedOn(elements.reference(one)));
            case "derivedFrom" -> all(value, one -> observation.addDerivedFrom(elements.reference(one)));
            case "effectiveDateTime" ->
                observation.setEffective(
                        PlainJson.only(observation.getEffective(), set(new PlainTime.OfDateTime(), value)));
            case "effectivePeriod" ->
                observation.setEffective(PlainJson.only(observation.getEffective(), PlainJson.period(value)));
            default -> observation.setValue(PlainJson.only(observation.getValue(), PlainValue.of(name, value)));
        }
    }

    private static ObservationComponentComponent component(PlainElements elements, JsonNode json) {
        ObservationComponentComponent component = new ObservationComponentComponent();
        each(json, (name, value) -> {
            switch (name) {
                case "code" -> component.setCode(elements.concept(value));
                case "dataAbsentReason" -> component.setDataAbsentReason(elements.concept(value));
                default -> component.setValue(PlainJson.only(component.getValue(), PlainValue.of(name, value)));
            }
        });
        return component;
    }

    static ObservationReferenceRangeComponent range(JsonNode json) {
        ObservationReferenceRangeComponent range = new ObservationReferenceRangeComponent();
        each(json, (name, value) -> {
            switch (name) {
                case "low" -> range.setLow(PlainJson.fill(new SimpleQuantity(), value));
                case "high" -> range.setHigh(PlainJson.fill(new SimpleQuantity(), value));
                case "type" -> range.setType(PlainJson.concept(value));
                case "text" -> set(range.getTextElement(), value);
                default -> throw new NotPlainException();
            }
        });
        return range;
    }
}
