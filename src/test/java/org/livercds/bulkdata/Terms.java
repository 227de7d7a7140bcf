package org.livercds.bulkdata;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.livercds.codes.Coding;
import org.livercds.codes.ConceptSet;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.ValueSets;
import org.livercds.hooks.WireJson;

/** The codes of the charts: those of the project's value sets and code systems, and no others. */
final class Terms {

    private final ContentFolder profiles = ContentFolder.inJar("fhir-profiles");
    private final ValueSets valueSets = ValueSets.read(profiles);
    private final Map<ConceptSet, List<Term>> listed = new EnumMap<>(ConceptSet.class);
    private final Map<String, Term> findings = concepts("liver-finding");
    private final Map<String, Term> values = concepts("liver-finding-value");

    Terms() {
        for (ConceptSet set : ConceptSet.values()) {
            listed.put(set, valueSets.codes(set).map(code -> term(set, code)).toList());
        }
    }

    /** One of those that a value set lists one by one. */
    Term any(ConceptSet set, Dice dice) {
        return dice.oneOf(listed.get(set));
    }

    /** A code that a value set lists. */
    Term of(ConceptSet set, String code) {
        return listed.get(set).stream()
                .filter(term -> term.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code + " is not in " + set.id()));
    }

    /** A code that lies in a range of a value set. */
    Term within(ConceptSet set, Coding code, String display) {
        if (!valueSets.setsOf(code.system(), code.code()).contains(set)) {
            throw new IllegalArgumentException(code + " is not in " + set.id());
        }
        return new Term(code.system(), code.code(), display);
    }

    /** A code of the project's own for what is found. */
    Term finding(String code) {
        return known(findings, code);
    }

    /** A code of the project's own for how it is. */
    Term value(String code) {
        return known(values, code);
    }

    private static Term known(Map<String, Term> terms, String code) {
        if (!terms.containsKey(code)) {
            throw new IllegalArgumentException(code + " is none of " + terms.keySet());
        }
        return terms.get(code);
    }

    private Term term(ConceptSet set, Coding code) {
        return new Term(
                code.system(), code.code(), valueSets.name(set, code.code()).orElseThrow());
    }

    private Map<String, Term> concepts(String id) {
        String text = profiles.read("codesystems/CodeSystem-" + id + ".json");
        JsonNode system = WireJson.readObject(text.getBytes(StandardCharsets.UTF_8));
        Map<String, Term> concepts = new TreeMap<>();
        system.path("concept").forEach(concept -> {
            String code = concept.path("code").asText();
            String display = concept.path("display").asText();
            concepts.put(code, new Term(system.path("url").asText(), code, display));
        });
        return concepts;
    }
}
