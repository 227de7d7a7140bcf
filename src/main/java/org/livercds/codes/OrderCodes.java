package org.livercds.codes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The codes of the requests that cards suggest: the service's own, then those that a map gives for it. A site replaces
 * the map by one to the codes of its order catalogue.
 */
public final class OrderCodes {

    private static final String OWN = "codesystems/CodeSystem-suggested-order.json";
    private static final String MAP = "conceptmaps/ConceptMap-suggested-order.json";

    private final String path;
    private final Map<String, List<Named>> byCode;

    private OrderCodes(String path, Map<String, List<Named>> byCode) {
        this.path = path;
        this.byCode = byCode;
    }

    /** A code with its system and display. */
    public record Order(String system, String code, String display) {}

    /** A code with its display in other languages, by their codes. */
    private record Named(Order order, Map<String, String> displays) {

        Order in(String language) {
            return new Order(order.system(), order.code(), displays.getOrDefault(language, order.display()));
        }
    }

    public static OrderCodes read(ContentFolder folder) {
        Map<String, List<Named>> byCode = new LinkedHashMap<>();
        JsonNode own = ContentJson.read(folder, OWN);
        for (JsonNode concept : own.path("concept")) {
            List<Named> codes = new ArrayList<>(List.of(named(folder, OWN, own.path("url"), concept)));
            byCode.put(concept.path("code").asText(), codes);
        }
        for (JsonNode group : ContentJson.read(folder, MAP).path("group")) {
            for (JsonNode element : group.path("element")) {
                List<Named> codes = byCode.get(element.path("code").asText());
                if (codes == null) {
                    throw refused(folder, MAP, element.path("code").asText() + " is no code of " + OWN);
                }
                element.path("target").forEach(target -> codes.add(named(folder, MAP, group.path("target"), target)));
            }
        }
        return new OrderCodes(folder.path(OWN), byCode);
    }

    /**
     * The own code first.
     *
     * @param language of the displays, where they are translated into it
     */
    public List<Order> of(String code, String language) {
        List<Named> codes = byCode.get(code);
        if (codes == null) {
            throw new InvalidContentException(path, 0, "the code " + code + " is missing");
        }
        return codes.stream().map(named -> named.in(language)).toList();
    }

    private static Named named(ContentFolder folder, String file, JsonNode system, JsonNode concept) {
        Order order = new Order(
                system.asText(),
                concept.path("code").asText(),
                concept.path("display").asText());
        if (order.system().isBlank()
                || order.code().isBlank()
                || order.display().isBlank()) {
            throw refused(folder, file, "a code without system, code or display");
        }
        return new Named(order, displays(concept));
    }

    /** A code system has designations; a map, which has none, FHIR's extension for translations. */
    private static Map<String, String> displays(JsonNode concept) {
        Map<String, String> displays = new LinkedHashMap<>();
        for (JsonNode designation : concept.path("designation")) {
            displays.put(
                    designation.path("language").asText(),
                    designation.path("value").asText());
        }
        for (JsonNode translation : concept.path("_display").path("extension")) {
            displays.put(part(translation, "lang"), part(translation, "content"));
        }
        return displays;
    }

    private static String part(JsonNode extension, String url) {
        return StreamSupport.stream(extension.path("extension").spliterator(), false)
                .filter(part -> part.path("url").asText().equals(url))
                .map(part ->
                        part.path("valueCode").asText(part.path("valueString").asText()))
                .findFirst()
                .orElse("");
    }

    private static InvalidContentException refused(ContentFolder folder, String file, String problem) {
        return new InvalidContentException(folder.path(file), 0, problem);
    }
}
