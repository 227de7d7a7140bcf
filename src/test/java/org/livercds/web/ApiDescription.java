package org.livercds.web;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.livercds.hooks.WireJson;

/** The description of the interface as the running service gives it, and what it says of a piece of JSON. */
record ApiDescription(ObjectNode document) {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    /** Requests may hold more than is described. */
    private static final Pattern OPEN = Pattern.compile("Call|.*Request|.*Context");

    static ApiDescription served() {
        byte[] json = given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .asByteArray();
        return new ApiDescription(WireJson.readObject(json));
    }

    /** One operation of the document. */
    record Described(String method, String path, JsonNode operation) {

        JsonNode request() {
            return operation.path("requestBody").path("content").path("application/json");
        }

        ArrayNode requestExamples() {
            return values(request());
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static ArrayNode values(JsonNode content) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        content.path("examples").forEach(example -> all.add(example.path("value")));
        return all;
    }

    List<Described> operations() {
        List<Described> all = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(member -> {
                    if (METHODS.contains(member.getKey())) {
                        String method = member.getKey().toUpperCase(Locale.ROOT);
                        all.add(new Described(method, path.getKey(), member.getValue()));
                    }
                }));
        return all;
    }

    /** The JSON of an answer. */
    JsonNode answer(Described described, int status) {
        JsonNode response = described.operation().path("responses").path(Integer.toString(status));
        JsonNode resolved = response.has("$ref") ? at(response.path("$ref").asText()) : response;
        return resolved.path("content").path("application/json");
    }

    JsonNode at(String reference) {
        return document.at(reference.substring(1));
    }

    Set<String> references() {
        Set<String> all = new TreeSet<>();
        document.findValues("$ref").forEach(reference -> all.add(reference.asText()));
        return all;
    }

    /** By a schema of the document; in an answer a member that it does not name is a mistake too. */
    Set<String> mistakes(JsonNode schema, JsonNode value) {
        ObjectNode whole = document.objectNode();
        whole.set("allOf", document.arrayNode().add(schema));
        whole.set("components", document.path("components").deepCopy());
        whole.path("components").path("schemas").properties().stream()
                .filter(named -> !OPEN.matcher(named.getKey()).matches())
                .forEach(named -> close(named.getValue()));
        return mistakes(SCHEMAS.getSchema(whole), value);
    }

    /** Of the document itself, by the schema that the OpenAPI Initiative gives for version 3.1. */
    Set<String> mistakes() throws IOException {
        try (InputStream schema = ApiDescription.class.getResourceAsStream("/openapi-3.1-schema.json")) {
            return mistakes(SCHEMAS.getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8)), document);
        }
    }

    private static Set<String> mistakes(JsonSchema schema, JsonNode value) {
        Set<String> all = new TreeSet<>();
        schema.validate(value).forEach(mistake -> all.add(mistake.toString()));
        return all;
    }

    private static void close(JsonNode schema) {
        schema.forEach(ApiDescription::close);
        if (schema instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
    }
}
