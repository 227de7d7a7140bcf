package org.livercds.codes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One FHIR ValueSet: codes in full, and ranges as {@code filter} on the code by a regular expression. Nothing else is
 * understood, so nothing else is accepted.
 *
 * @param names what is meant by a code, or by a name alone, in lower case
 */
record ValueSetFile(List<Coding> codes, List<Range> ranges, Map<String, String> names) {

    private static final String INGREDIENT = "https://livercds.org/fhir/StructureDefinition/ingredient-name";

    record Range(String system, Pattern codes) {}

    static ValueSetFile read(ContentFolder folder, ConceptSet set) {
        String file = set.file();
        JsonNode json = ContentJson.read(folder, file);
        List<Coding> codes = new ArrayList<>();
        List<Range> ranges = new ArrayList<>();
        Map<String, String> names = new LinkedHashMap<>();
        require(json.path("id").asText().equals(set.id()), folder, file, "its id is not " + set.id());
        for (String field : List.of("url", "version", "date", "publisher")) {
            require(json.hasNonNull(field), folder, file, field + " is missing");
        }
        require(!json.path("compose").has("exclude"), folder, file, "compose.exclude is not supported");
        for (JsonNode include : json.path("compose").path("include")) {
            String system = include.path("system").asText();
            require(!system.isEmpty(), folder, file, "an include without a system");
            for (JsonNode concept : include.path("concept")) {
                codes.add(coding(folder, file, system, concept));
                names.put(concept.path("code").asText(), name(concept));
            }
            include.path("filter").forEach(filter -> ranges.add(range(folder, file, system, filter)));
            require(include.has("concept") || include.has("filter"), folder, file, "an include of a whole system");
        }
        addNames(json, names);
        require(!codes.isEmpty() || !ranges.isEmpty(), folder, file, "the value set is empty");
        return new ValueSetFile(List.copyOf(codes), List.copyOf(ranges), Map.copyOf(names));
    }

    private static String name(JsonNode concept) {
        return concept.path("display").asText().toLowerCase(Locale.ROOT);
    }

    /** Names for which no code was verified. */
    private static void addNames(JsonNode json, Map<String, String> names) {
        json.path("extension").forEach(extension -> {
            if (extension.path("url").asText().equals(INGREDIENT)) {
                String name = extension.path("valueString").asText().toLowerCase(Locale.ROOT);
                names.put(name, name);
            }
        });
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
