package org.livercds.codes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One FHIR ValueSet: codes in full, and ranges as {@code filter} on the code by a regular expression. Nothing else is
 * understood, so nothing else is accepted.
 */
record ValueSetFile(List<Coding> codes, List<Range> ranges) {

    record Range(String system, Pattern codes) {}

    static ValueSetFile read(ContentFolder folder, ConceptSet set) {
        String file = set.file();
        JsonNode json = ContentJson.read(folder, file);
        List<Coding> codes = new ArrayList<>();
        List<Range> ranges = new ArrayList<>();
        require(json.path("id").asText().equals(set.id()), folder, file, "its id is not " + set.id());
        for (String field : List.of("url", "version", "date", "publisher")) {
            require(json.hasNonNull(field), folder, file, field + " is missing");
        }
        require(!json.path("compose").has("exclude"), folder, file, "compose.exclude is not supported");
        for (JsonNode include : json.path("compose").path("include")) {
            String system = include.path("system").asText();
            require(!system.isEmpty(), folder, file, "an include without a system");
            include.path("concept").forEach(concept -> codes.add(coding(folder, file, system, concept)));
            include.path("filter").forEach(filter -> ranges.add(range(folder, file, system, filter)));
            require(include.has("concept") || include.has("filter"), folder, file, "an include of a whole system");
        }
        require(!codes.isEmpty() || !ranges.isEmpty(), folder, file, "the value set is empty");
        return new ValueSetFile(List.copyOf(codes), List.copyOf(ranges));
    }

    private static Coding coding(ContentFolder folder, String file, String system, JsonNode concept) {
        require(!concept.path("code").asText().isBlank(), folder, file, "a concept without a code");
        require(!concept.path("display").asText().isBlank(), folder, file, "a concept without a display");
        return new Coding(system, concept.path("code").asText());
    }

    private static Range range(ContentFolder folder, String file, String system, JsonNode filter) {
        boolean understood = filter.path("property").asText().equals("code")
                && filter.path("op").asText().equals("regex");
        require(understood, folder, file, "only a regex filter on the code is supported");
        try {
            return new Range(system, Pattern.compile(filter.path("value").asText()));
        } catch (PatternSyntaxException malformed) {
            throw new InvalidContentException(folder.path(file), 0, "the filter is no regular expression");
        }
    }

    private static void require(boolean holds, ContentFolder folder, String file, String problem) {
        if (!holds) {
            throw new InvalidContentException(folder.path(file), 0, problem);
        }
    }
}
