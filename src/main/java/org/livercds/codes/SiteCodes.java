package org.livercds.codes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.livercds.codes.SiteCodesFile.Mapping;

/**
 * What a site's own codes stand for, checked against all codes that the service knows.
 *
 * @param mappings as they are written, the targets in the form of the value sets
 * @param targets by sources in the form in which charts are compared
 */
record SiteCodes(List<Mapping> mappings, Map<Coding, List<Coding>> targets) {

    private static final List<String> OWN_SYSTEMS =
            List.of("codesystems/CodeSystem-liver-finding.json", "codesystems/CodeSystem-liver-finding-value.json");

    static final SiteCodes NONE = new SiteCodes(List.of(), Map.of());

    /** @param known what each code means without this map */
    static SiteCodes read(ContentFolder folder, CodeSystems systems, Function<Coding, Set<ConceptSet>> known) {
        SiteCodesFile file = new SiteCodesFile(folder);
        Check check = new Check(file, ownCodes(folder), known);
        List<Mapping> mappings = new ArrayList<>();
        Map<Coding, List<Coding>> targets = new HashMap<>();
        for (Mapping mapping : file.mappings()) {
            Coding source = canonical(systems, mapping.source());
            Coding target = canonical(systems, mapping.target());
            check.target(target);
            check.source(source, target);
            List<Coding> all = targets.computeIfAbsent(source, any -> new ArrayList<>());
            check.agreement(source, target, all);
            all.add(target);
            mappings.add(new Mapping(mapping.source(), target));
        }
        return new SiteCodes(List.copyOf(mappings), targets);
    }

    boolean isEmpty() {
        return mappings.isEmpty();
    }

    List<Coding> of(Coding source) {
        return targets.getOrDefault(source, List.of());
    }

    Stream<Coding> sources(Predicate<Coding> ofTarget) {
        return mappings.stream()
                .filter(mapping -> ofTarget.test(mapping.target()))
                .map(Mapping::source)
                .distinct();
    }

    private static Coding canonical(CodeSystems systems, Coding coding) {
        return systems.canonical(coding.system(), coding.code()).orElse(coding);
    }

    private static Set<Coding> ownCodes(ContentFolder folder) {
        Set<Coding> codes = new HashSet<>();
        for (String file : OWN_SYSTEMS) {
            JsonNode system = ContentJson.read(folder, file);
            for (JsonNode concept : system.path("concept")) {
                codes.add(new Coding(
                        system.path("url").asText(), concept.path("code").asText()));
            }
        }
        return codes;
    }

    /** Refuses what a chart would be misread by. */
    private record Check(SiteCodesFile file, Set<Coding> own, Function<Coding, Set<ConceptSet>> known) {

        void target(Coding target) {
            if (!isKnown(target)) {
                throw file.problem("the target " + text(target) + " is no code that this service knows");
            }
        }

        void source(Coding source, Coding target) {
            boolean ofOwnSystem = own.stream().anyMatch(code -> code.system().equals(source.system()));
            if ((isKnown(source) || ofOwnSystem) && !meaning(source).equals(meaning(target))) {
                throw file.problem("the source " + text(source)
                        + " is a code that this service knows, and means something else than " + text(target));
            }
        }

        void agreement(Coding source, Coding target, List<Coding> others) {
            for (Coding other : others) {
                if (!meaning(other).equals(meaning(target))) {
                    throw file.problem("the source " + text(source) + " has two targets that do not mean the same, "
                            + text(other) + " and " + text(target));
                }
            }
        }

        private boolean isKnown(Coding code) {
            return own.contains(code) || !known.apply(code).isEmpty();
        }

        /** The sets of a code; an own code and a segment of the liver mean nothing but themselves. */
        private Object meaning(Coding code) {
            Set<ConceptSet> sets = known.apply(code);
            return sets.isEmpty() || sets.contains(ConceptSet.LIVER_SEGMENT) ? code : sets;
        }

        private static String text(Coding code) {
            return code.system() + "|" + code.code();
        }
    }
}
