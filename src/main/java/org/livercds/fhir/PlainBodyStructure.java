package org.livercds.fhir;

import static org.livercds.fhir.PlainJson.all;
import static org.livercds.fhir.PlainJson.set;

import com.fasterxml.jackson.databind.JsonNode;
import org.hl7.fhir.r4.model.BodyStructure;
import org.livercds.fhir.PlainJson.NotPlainException;

/** What BodyStructures of plain shape have. */
final class PlainBodyStructure {

    private PlainBodyStructure() {}

    static void read(PlainElements elements, BodyStructure structure, String name, JsonNode value) {
        switch (name) {
            case "identifier" -> all(value, one -> structure.addIdentifier(PlainJson.identifier(one)));
            case "active" -> structure.setActive(PlainJson.flag(value));
            case "morphology" -> structure.setMorphology(elements.concept(value));
            case "location" -> structure.setLocation(elements.concept(value));
            case "locationQualifier" -> all(value, one -> structure.addLocationQualifier(elements.concept(one)));
            case "description" -> set(structure.getDescriptionElement(), value);
            case "patient" -> structure.setPatient(elements.reference(value));
            default -> throw new NotPlainException();
        }
    }
}
