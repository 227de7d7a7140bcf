package org.livercds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Observation.ObservationReferenceRangeComponent;
import org.hl7.fhir.r4.model.Reference;

/**
 * Elements that many resources of a chart have alike. What the tree of a request has once, however often the request says
 * it, is made once, and shared by those resources; nothing changes them.
 */
final class PlainElements {

    private final Once<JsonNode, CodeableConcept> concepts = new Once<>(PlainJson::concept);
    private final Once<JsonNode, Reference> references = new Once<>(PlainJson::reference);
    private final Once<JsonNode, Meta> metas = new Once<>(PlainJson::meta);
    private final Once<JsonNode, ObservationReferenceRangeComponent> ranges = new Once<>(PlainObservation::range);

    CodeableConcept concept(JsonNode json) {
        return concepts.of(json);
    }

    Reference reference(JsonNode json) {
        return references.of(json);
    }

    Meta meta(JsonNode json) {
        return metas.of(json);
    }

    ObservationReferenceRangeComponent range(JsonNode json) {
        return ranges.of(json);
    }
}
