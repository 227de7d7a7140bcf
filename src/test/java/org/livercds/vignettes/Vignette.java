package org.livercds.vignettes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One worked case: facts of a chart and what is expected of the guideline. */
record Vignette(String id, LocalDate asOf, JsonNode facts, JsonNode expect) {

    /** How the facts are carried in FHIR. */
    enum Style {
        /** BodyStructure and panel, as mCODE has it. */
        MCODE,
        /** Plain Observations, as EHRs have them. */
        NATIVE
    }

    static List<Vignette> all() {
        try (InputStream in = Vignette.class.getResourceAsStream("/vignettes.yaml")) {
            JsonNode file = new YAMLMapper().readTree(in);
            LocalDate asOf = LocalDate.parse(file.path("asOf").asText());
            return stream(file.path("vignettes"))
                    .map(node -> new Vignette(node.path("id").asText(), asOf, node.path("facts"), node.path("expect")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The expected rules, cautions or missing data of one list. */
    Set<String> expected(String list) {
        return stream(expect.path(list)).map(JsonNode::asText).collect(Collectors.toSet());
    }

    static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    @Override
    public String toString() {
        return id;
    }
}
