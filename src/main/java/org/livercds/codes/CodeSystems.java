package org.livercds.codes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Brings a coding as charts hold it into the form of the value sets: other names of a code system, ICD-10 codes without
 * their dot, zero-width characters and blanks, and ICD-10 codes of the WHO edition where they mean the same.
 */
final class CodeSystems {

    private static final String ALIASES = "conceptmaps/Bundle-code-system-aliases.json";
    private static final String WHO = "conceptmaps/ConceptMap-who-icd10.json";
    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Cf}]");
    private static final Pattern ICD_WITHOUT_DOT = Pattern.compile("[A-Z]\\d[\\dA-Z][\\dA-Z]+");
    private static final String ICD_10 = "/icd-10";

    private final Map<String, String> systems;
    private final Map<Coding, Coding> mapped;
    private final Set<String> known;

    private CodeSystems(Map<String, String> systems, Map<Coding, Coding> mapped) {
        this.systems = systems;
        this.mapped = mapped;
        this.known = new HashSet<>(systems.keySet());
        known.addAll(systems.values());
        mapped.keySet().forEach(coding -> known.add(coding.system()));
    }

    static CodeSystems read(ContentFolder folder) {
        Map<String, String> systems = new HashMap<>();
        for (JsonNode entry : ContentJson.read(folder, ALIASES).path("entry")) {
            addAliases(entry.path("resource"), systems);
        }
        Map<Coding, Coding> mapped = new HashMap<>();
        for (JsonNode group : ContentJson.read(folder, WHO).path("group")) {
            addMappings(group, mapped);
        }
        return new CodeSystems(systems, mapped);
    }

    Optional<Coding> canonical(String system, String code) {
        String plainSystem = plain(system);
        String plainCode = plain(code);
        if (plainSystem.isEmpty() || plainCode.isEmpty()) {
            return Optional.empty();
        }
        String known = systems.getOrDefault(plainSystem, plainSystem);
        Coding coding = new Coding(known, known.contains(ICD_10) ? withDot(plainCode) : plainCode);
        return Optional.of(mapped.getOrDefault(coding, coding));
    }

    /** By any of its names. */
    boolean isKnown(String system) {
        return known.contains(plain(system));
    }

    private static String plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter <= ' ' || letter > '~') {
                return INVISIBLE.matcher(text).replaceAll("");
            }
        }
        return text;
    }

    private static String withDot(String code) {
        String upper = code.toUpperCase(Locale.ROOT);
        return ICD_WITHOUT_DOT.matcher(upper).matches() ? upper.substring(0, 3) + "." + upper.substring(3) : upper;
    }

    private static void addAliases(JsonNode namingSystem, Map<String, String> systems) {
        String preferred = "";
        for (JsonNode id : namingSystem.path("uniqueId")) {
            preferred = id.path("preferred").asBoolean() ? id.path("value").asText() : preferred;
        }
        for (JsonNode id : namingSystem.path("uniqueId")) {
            String oid = id.path("type").asText().equals("oid") ? "urn:oid:" : "";
            systems.put(oid + id.path("value").asText(), preferred);
        }
    }

    private static void addMappings(JsonNode group, Map<Coding, Coding> mapped) {
        for (JsonNode element : group.path("element")) {
            mapped.put(
                    new Coding(
                            group.path("source").asText(), element.path("code").asText()),
                    new Coding(
                            group.path("target").asText(),
                            element.path("target").path(0).path("code").asText()));
        }
    }
}
