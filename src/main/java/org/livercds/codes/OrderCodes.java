package org.livercds.codes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The codes of the requests that cards suggest: the service's own, then those that a map gives for it. A site replaces
 * the map by one to the codes of its order catalogue.
 */
public final class OrderCodes {

    private static final String OWN = "codesystems/CodeSystem-suggested-order.json";
    private static final String MAP = "conceptmaps/ConceptMap-suggested-order.json";

    private final String path;
    private final Map<String, List<Order>> byCode;

    private OrderCodes(String path, Map<String, List<Order>> byCode) {
        this.path = path;
        this.byCode = byCode;
    }

    /** A code with its system and display. */
    public record Order(String system, String code, String display) {}

    public static OrderCodes read(ContentFolder folder) {
        Map<String, List<Order>> byCode = new LinkedHashMap<>();
        JsonNode own = ContentJson.read(folder, OWN);
        for (JsonNode concept : own.path("concept")) {
            List<Order> codes = new ArrayList<>(List.of(order(folder, OWN, own.path("url"), concept)));
            byCode.put(concept.path("code").asText(), codes);
        }
        for (JsonNode group : ContentJson.read(folder, MAP).path("group")) {
            for (JsonNode element : group.path("element")) {
                List<Order> codes = byCode.get(element.path("code").asText());
                if (codes == null) {
                    throw refused(folder, MAP, element.path("code").asText() + " is no code of " + OWN);
                }
                element.path("target").forEach(target -> codes.add(order(folder, MAP, group.path("target"), target)));
            }
        }
        return new OrderCodes(folder.path(OWN), byCode);
    }

    /** The own code first. */
    public List<Order> of(String code) {
        List<Order> codes = byCode.get(code);
        if (codes == null) {
            throw new InvalidContentException(path, 0, "the code " + code + " is missing");
        }
        return List.copyOf(codes);
    }

    private static Order order(ContentFolder folder, String file, JsonNode system, JsonNode concept) {
        Order order = new Order(
                system.asText(),
                concept.path("code").asText(),
                concept.path("display").asText());
        if (order.system().isBlank()
                || order.code().isBlank()
                || order.display().isBlank()) {
            throw refused(folder, file, "a code without system, code or display");
        }
        return order;
    }

    private static InvalidContentException refused(ContentFolder folder, String file, String problem) {
        return new InvalidContentException(folder.path(file), 0, problem);
    }
}
