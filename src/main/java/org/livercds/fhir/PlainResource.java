package org.livercds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.hl7.fhir.r4.model.BodyStructure;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Resource;
import org.livercds.fhir.PlainJson.NotPlainException;

/**
 * Resources of plain shape, which nearly all of a chart are, as HAPI's parser gives them. That one finds each member by
 * reflection, which costs more than all that is done with the result.
 */
final class PlainResource<R extends DomainResource> {

    private final PlainElements elements;
    private final R resource;
    private final Members<R> members;
    private String id = "";

    private PlainResource(PlainElements elements, R resource, Members<R> members) {
        this.elements = elements;
        this.resource = resource;
        this.members = members;
    }

    /** What is done with a member that not every resource has. */
    private interface Members<R> {
        void read(PlainElements elements, R resource, String name, JsonNode value);
    }

    /** Empty where HAPI's parser has to look at it. */
    static Optional<Resource> of(ObjectNode json, PlainElements elements) {
        return switch (json.path("resourceType").asText()) {
            case "Observation" -> new PlainResource<>(elements, new Observation(), PlainObservation::read).read(json);
            case "Condition" -> new PlainResource<>(elements, new Condition(), PlainCondition::read).read(json);
            case "Patient" -> new PlainResource<>(elements, new Patient(), PlainPatient::read).read(json);
            case "Procedure" -> new PlainResource<>(elements, new Procedure(), PlainProcedure::read).read(json);
            case "BodyStructure" ->
                new PlainResource<>(elements, new BodyStructure(), PlainBodyStructure::read).read(json);
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
            case "meta" -> resource.setMeta(elements.meta(value));
            case "text" -> resource.setText(PlainJson.narrative(value));
            case "extension" -> PlainJson.all(value, one -> resource.addExtension(PlainExtension.of(one)));
            default -> members.read(elements, resource, name, value);
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
