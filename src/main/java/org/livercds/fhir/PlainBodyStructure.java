package org.livercds.fhir;

import static org.livercds.fhir.PlainJson.all;
import static org.livercds.fhir.PlainJson.concept;
import static org.livercds.fhir.PlainJson.set;

import com.fasterxml.jackson.databind.JsonNode;
import org.hl7.fhir.r4.model.BodyStructure;
import org.livercds.fhir.PlainJson.NotPlainException;

/** What BodyStructures of plain shape have. */
final class PlainBodyStructure {

    private PlainBodyStructure() {}

    static void read(BodyStructure structure, String name, JsonNode value) {
        switch (name) {
            case "identifier" -> all(value, one -> structure.addIdentifier(PlainJson.identifier(one)));
            case "active" -> structure.setActive(PlainJson.flag(value));
            case "morphology" -> structure.setMorphology(concept(value));
            case "location" -> structure.setLocation(concept(value));
            case "locationQualifier" -> all(value, one -> structure.addLocationQualifier(concept(one)));
            case "description" -> set(structure.getDescriptionElement(), value);
            case "patient" -> structure.setPatient(PlainJson.reference(value));
            default -> throw new NotPlainException();
        }
    }
}
