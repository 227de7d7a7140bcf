package org.livercds.codes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * The FHIR ConceptMap in which a site says what its own codes stand for. A target has to be at least as wide as its
 * source, so that nothing is read that the chart does not say. What is not understood here is not accepted.
 */
record SiteCodesFile(ContentFolder folder) {

    private static final String FILE = "conceptmaps/ConceptMap-site-codes.json";

    private static final Set<String> AT_LEAST_AS_WIDE = Set.of("equal", "equivalent", "wider", "subsumes");
    private static final Set<String> NO_MAPPING = Set.of("unmatched", "disjoint");

    private static final Set<String> OF_MAP =
            Set.of("resourceType,id,meta,language,text,contained,extension,url,identifier,version,name,title,status,"
                    .concat(
                            "experimental,date,publisher,contact,description,useContext,jurisdiction,purpose,copyright,")
                    .concat("sourceUri,sourceCanonical,targetUri,targetCanonical,group")
                    .split(","));
    private static final Set<String> OF_GROUP =
            Set.of("id", "extension", "source", "sourceVersion", "target", "targetVersion", "element");
    private static final Set<String> OF_ELEMENT = Set.of("id", "extension", "code", "display", "target");
    private static final Set<String> OF_TARGET = Set.of("id", "extension", "code", "display", "equivalence", "comment");

    /** One statement of the map, as it is written. */
    record Mapping(Coding source, Coding target) {}

    List<Mapping> mappings() {
        JsonNode map = ContentJson.read(folder, FILE);
        require(map.path("resourceType").asText().equals("ConceptMap"), "its resourceType is not ConceptMap");
        requireKnown(map, OF_MAP, "the map");
        List<Mapping> mappings = new ArrayList<>();
        for (JsonNode group : list(map, "group")) {
            requireKnown(group, OF_GROUP, "a group");
            require(!text(group, "source").isEmpty(), "a group has no source system");
            for (JsonNode element : list(group, "element")) {
                addElement(group, element, mappings);
            }
        }
        return mappings;
    }

    InvalidContentException problem(String problem) {
        return new InvalidContentException(folder.path(FILE), 0, problem);
    }

    private void addElement(JsonNode group, JsonNode element, List<Mapping> mappings) {
        requireKnown(element, OF_ELEMENT, "an element");
        require(!text(element, "code").isEmpty(), "an element of " + text(group, "source") + " has no code");
        Coding source = new Coding(text(group, "source"), text(element, "code"));
        require(!list(element, "target").isEmpty(), source.code() + " has no target; leave it out or say unmatched");
        for (JsonNode target : list(element, "target")) {
            requireKnown(target, OF_TARGET, "a target of " + source.code());
            String equivalence = text(target, "equivalence");
            if (!NO_MAPPING.contains(equivalence)) {
                require(AT_LEAST_AS_WIDE.contains(equivalence), notWide(source, equivalence));
                mappings.add(new Mapping(source, target(group, source, target)));
            }
        }
    }

    private static String notWide(Coding source, String equivalence) {
        return "the equivalence of a target of " + source.code() + " is "
                + (equivalence.isEmpty() ? "missing" : equivalence)
                + ", and only equal, equivalent, wider and subsumes are read";
    }

    private Coding target(JsonNode group, Coding source, JsonNode target) {
        require(!text(group, "target").isEmpty(), "a group of " + source.system() + " has no target system");
        require(!text(target, "code").isEmpty(), "a target of " + source.code() + " has no code");
        return new Coding(text(group, "target"), text(target, "code"));
    }

    /** Such as what other versions of FHIR have, and conditions under which a mapping holds. */
    private void requireKnown(JsonNode node, Set<String> known, String what) {
        require(node.isObject(), what + " is no object");
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            require(
                    known.contains(name) || name.startsWith("_"),
                    what + " has " + name + ", which is not read in a ConceptMap of FHIR R4");
        }
    }

    private JsonNode list(JsonNode node, String name) {
        JsonNode list = node.path(name);
        require(list.isMissingNode() || list.isArray(), name + " is no list");
        return list;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText().strip();
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            throw problem(problem);
        }
    }
}
