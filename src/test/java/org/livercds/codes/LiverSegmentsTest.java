package org.livercds.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiverSegmentsTest {

    private static final String MAP = "conceptmaps/ConceptMap-couinaud-segment.json";
    private static final ContentFolder SHIPPED = ContentFolder.inJar("fhir-profiles");
    private static final ValueSets CODES = ValueSets.read(SHIPPED);
    private static final String SNOMED = "http://snomed.info/sct";

    @TempDir
    private Path mounted;

    @Test
    void every_code_of_a_segment_names_one_and_each_segment_has_a_code() {
        Set<String> named = CODES.codes(ConceptSet.LIVER_SEGMENT)
                .map(code -> CODES.segment(code.system(), code.code()).orElseThrow())
                .collect(Collectors.toSet());
        assertEquals(Set.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII"), named);
    }

    @Test
    void both_parts_of_the_fourth_are_the_fourth_and_the_liver_is_none() {
        for (String code : List.of("277958008", "871688003", "871689006")) {
            assertEquals(Optional.of("IV"), CODES.segment(SNOMED, code));
        }
        assertEquals(Optional.of("VII"), CODES.segment("urn:oid:2.16.840.1.113883.6.96", "277961009"));
        assertEquals(Optional.empty(), CODES.segment(SNOMED, "10200004"));
        assertEquals(Optional.empty(), CODES.segment("http://example.org", "277961009"));
        assertEquals(Optional.empty(), CODES.segment(SNOMED, ""));
    }

    @Test
    void a_map_that_lacks_a_code_or_leads_elsewhere_stops_the_start() throws IOException {
        String shipped = SHIPPED.read(MAP);
        assertRefused(
                shipped.replace("277961009", "277961008"), "does not map the codes of the value set liver-segment");
        assertRefused(shipped.replace("\"code\": \"VIII\"", "\"code\": \"IX\""), "IX is no code of");
    }

    private void assertRefused(String map, String problem) throws IOException {
        Files.createDirectories(mounted.resolve("conceptmaps"));
        Files.writeString(mounted.resolve(MAP), map);
        ContentFolder folder = new ContentFolder("fhir-profiles", Optional.of(mounted));
        InvalidContentException refused = assertThrows(InvalidContentException.class, () -> ValueSets.read(folder));
        assertTrue(refused.getMessage().contains(problem), refused.getMessage());
    }
}
