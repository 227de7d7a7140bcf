package org.livercds.cli.selfcheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Requests to one service: the user's own for another patient, else synthetic ones made of its prefetch templates. */
final class Bodies {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode CONTEXTS = read();
    private static final String PLACEHOLDER = "{patient}";
    private static final String PREFETCH = "prefetch";

    private final Service service;
    private final Optional<ObjectNode> own;

    /** @param own a request that the user gave for this hook */
    Bodies(Service service, Optional<ObjectNode> own) {
        this.service = service;
        this.own = own;
    }

    /** With all that the hook and the templates ask for. */
    ObjectNode full(Person person) {
        ObjectNode body = own.map(request -> renamed(request, person)).orElseGet(() -> synthetic(person));
        return body.put("hook", service.hook())
                .put("hookInstance", UUID.randomUUID().toString());
    }

    /** @param value of each key, by the key and what stands there else; a Java null takes the key away */
    ObjectNode each(Person person, BiFunction<String, JsonNode, JsonNode> value) {
        ObjectNode body = full(person);
        ObjectNode prefetch = NODES.objectNode();
        body.path(PREFETCH).properties().forEach(entry -> {
            JsonNode changed = value.apply(entry.getKey(), entry.getValue());
            if (changed != null) {
                prefetch.set(entry.getKey(), changed);
            }
        });
        return body.set(PREFETCH, prefetch);
    }

    private ObjectNode synthetic(Person person) {
        ObjectNode body = NODES.objectNode();
        JsonNode context = contexts().path(service.hook());
        JsonNode usual = context.isMissingNode() ? contexts().path("patient-view") : context;
        body.set("context", mapped(usual, text -> text.replace(PLACEHOLDER, person.id())));
        ObjectNode prefetch = body.putObject(PREFETCH);
        service.prefetch().forEach((key, template) -> prefetch.set(key, value(template, person)));
        return body;
    }

    /** What a FHIR server says that knows the patient and nothing else of them. */
    private static JsonNode value(String template, Person person) {
        String type = template.replaceAll("[/?{].*", "");
        if (template.contains("?")) {
            return NODES.objectNode()
                    .put("resourceType", "Bundle")
                    .put("type", "searchset")
                    .put("total", 0);
        }
        if (type.equals("Patient")) {
            return patient(person);
        }
        return NODES.objectNode().put("resourceType", type).put("id", "selfcheck");
    }

    private static ObjectNode patient(Person person) {
        ObjectNode patient = NODES.objectNode().put("resourceType", "Patient").put("id", person.id());
        patient.putArray("name").addObject().put("family", person.family());
        return patient.put("gender", "female").put("birthDate", "1960-01-01");
    }

    /** The request of the user with another patient in it, and without a server or a token that are another's. */
    private static ObjectNode renamed(ObjectNode request, Person person) {
        String before = request.path("context").path("patientId").asText();
        String bare = before.substring(before.lastIndexOf('/') + 1);
        UnaryOperator<String> rename = text -> text.endsWith("Patient/" + bare)
                ? text.substring(0, text.length() - bare.length()) + person.id()
                : text;
        ObjectNode changed = (ObjectNode) mapped(request, bare.isEmpty() ? UnaryOperator.identity() : rename);
        changed.remove(List.of("fhirServer", "fhirAuthorization"));
        ObjectNode context = changed.withObject("/context");
        if (context.path("patientId").asText().equals(bare)) {
            context.put("patientId", person.id());
        }
        changed.path(PREFETCH).forEach(value -> {
            if (value instanceof ObjectNode resource
                    && resource.path("resourceType").asText().equals("Patient")) {
                resource.retain("resourceType", "gender", "birthDate", "deceasedBoolean", "deceasedDateTime");
                resource.put("id", person.id());
                resource.putArray("name").addObject().put("family", person.family());
            }
        });
        return changed;
    }

    private static JsonNode mapped(JsonNode node, UnaryOperator<String> change) {
        if (node.isTextual()) {
            return TextNode.valueOf(change.apply(node.asText()));
        }
        if (node.isObject()) {
            ObjectNode object = NODES.objectNode();
            node.properties().forEach(entry -> object.set(entry.getKey(), mapped(entry.getValue(), change)));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = NODES.arrayNode();
            node.forEach(element -> array.add(mapped(element, change)));
            return array;
        }
        return node;
    }

    /** The context of each hook, as the hook library has it. */
    static JsonNode contexts() {
        return CONTEXTS;
    }

    private static JsonNode read() {
        try (InputStream file = Bodies.class.getResourceAsStream("/selfcheck/contexts.json")) {
            return JSON.readTree(file);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
