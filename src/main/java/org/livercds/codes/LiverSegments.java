package org.livercds.codes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which segment of the liver a code names: {@code I} to {@code VIII}, by a map from the codes of the value set of segments
 * to a code system of our own.
 */
record LiverSegments(Map<Coding, String> bySource) {

    private static final String OWN = "codesystems/CodeSystem-couinaud-segment.json";
    private static final String MAP = "conceptmaps/ConceptMap-couinaud-segment.json";

    /** @param segments the value set; each of its codes has to be mapped, and no other */
    static LiverSegments read(ContentFolder folder, ValueSetFile segments) {
        Set<String> own = new HashSet<>();
        ContentJson.read(folder, OWN)
                .path("concept")
                .forEach(concept -> own.add(concept.path("code").asText()));
        Map<Coding, String> bySource = new HashMap<>();
        for (JsonNode group : ContentJson.read(folder, MAP).path("group")) {
            for (JsonNode element : group.path("element")) {
                String target = element.path("target").path(0).path("code").asText();
                require(own.contains(target), folder, target + " is no code of " + OWN);
                String code = element.path("code").asText();
                bySource.put(new Coding(group.path("source").asText(), code), target);
            }
        }
        require(
                bySource.keySet().equals(Set.copyOf(segments.codes())),
                folder,
                "it does not map the codes of the value set " + ConceptSet.LIVER_SEGMENT.id() + ", each and no other");
        return new LiverSegments(Map.copyOf(bySource));
    }

    Optional<String> of(Coding coding) {
        return Optional.ofNullable(bySource.get(coding));
    }

    private static void require(boolean holds, ContentFolder folder, String problem) {
        if (!holds) {
            throw new InvalidContentException(folder.path(MAP), 0, problem);
        }
    }
}
