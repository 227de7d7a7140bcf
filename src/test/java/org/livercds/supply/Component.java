package org.livercds.supply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One library of the bill of materials.
 *
 * @param name group and artifact, as in {@code org.example:library}
 * @param licences what its POM says, by identifier where CycloneDX knows one; all of them
 */
record Component(String name, List<String> licences) {

    static Component of(JsonNode component) {
        return new Component(
                component.path("group").asText() + ":" + component.path("name").asText(),
                stream(component.path("licenses")).map(Component::licence).toList());
    }

    static List<Component> all(JsonNode billOfMaterials) {
        return stream(billOfMaterials.path("components")).map(Component::of).toList();
    }

    private static String licence(JsonNode entry) {
        JsonNode licence = entry.path("license");
        return entry.path("expression")
                .asText(licence.path("id").asText(licence.path("name").asText()));
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
