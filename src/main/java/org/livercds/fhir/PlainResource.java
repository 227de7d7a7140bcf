package org.livercds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.livercds.fhir.PlainJson.NotPlainException;

/**
 * Observations and Conditions of plain shape, which nearly all of a chart are, as HAPI's parser gives them. That one finds
 * each member by reflection, which costs more than all that is done with the result.
 */
final class PlainResource {

    private final DomainResource resource;
    private String id = "";

    private PlainResource(DomainResource resource) {
        this.resource = resource;
    }

    /** Empty where HAPI's parser has to look at it. */
    static Optional<Resource> of(ObjectNode json) {
        return switch (json.path("resourceType").asText()) {
            case "Observation" -> new PlainResource(new Observation()).read(json);
            case "Condition" -> new PlainResource(new Condition()).read(json);
            default -> Optional.empty();
        };
    }

    private Optional<Resource> read(ObjectNode json) {
        try {
            PlainJson.each(json, this::read);
        } catch (NotPlainException other) {
            return Optional.empty();
        }
        if (!id.isEmpty()) {
            // with its type and version, as HAPI does
            String version = resource.getMeta().getVersionId();
            resource.setId(resource.fhirType() + "/" + id + (version == null ? "" : "/_history/" + version));
        }
        return Optional.of(resource);
    }

    private void read(String name, JsonNode value) {
        switch (name) {
            case "resourceType" -> {}
            case "id" -> id = id(value);
            case "meta" -> resource.setMeta(PlainJson.meta(value));
            case "text" -> resource.setText(PlainJson.narrative(value));
            default -> {
                if (resource instanceof Observation observation) {
                    PlainObservation.read(observation, name, value);
                } else {
                    PlainCondition.read((Condition) resource, name, value);
                }
            }
        }
    }

    private static String id(JsonNode value) {
        String id = PlainJson.text(value);
        if (id.startsWith("urn:") || id.contains("/")) {
            throw new NotPlainException();
        }
        return id;
    }
}
