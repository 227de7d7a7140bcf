package org.livercds.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderCodesTest {

    private static final String MAP = "conceptmaps/ConceptMap-suggested-order.json";
    private static final String SITE = """
            {"resourceType": "ConceptMap", "group": [{
              "source": "https://livercds.org/fhir/CodeSystem/suggested-order",
              "target": "urn:com.epic.cdshooks.action.code.system.preference-list-item",
              "element": [{"code": "%s", "target": [{"code": "4711", %s "equivalence": "equivalent"}]}]}]}
            """;

    @TempDir
    private Path mounted;

    @Test
    void the_own_code_comes_first_and_a_site_adds_those_of_its_catalogue() throws IOException {
        mount(SITE.formatted("referralTransplantTeam", "\"display\": \"TX\","));
        OrderCodes codes = OrderCodes.read(folder());
        assertEquals(2, codes.of("referralTransplantTeam", "en").size());
        assertEquals(
                "referralTransplantTeam",
                codes.of("referralTransplantTeam", "en").get(0).code());
        assertEquals("4711", codes.of("referralTransplantTeam", "en").get(1).code());
        assertEquals(1, codes.of("laboratoryAfp", "en").size());
    }

    @Test
    void the_shipped_map_gives_the_codes_that_were_verified() {
        OrderCodes codes = OrderCodes.read(ContentFolder.inJar("fhir-profiles"));
        assertEquals("1834-1", codes.of("laboratoryAfp", "en").get(1).code());
        assertThrows(InvalidContentException.class, () -> codes.of("nothing", "en"));
    }

    /** A display that is not translated stays as it is. */
    @Test
    void displays_come_in_the_language_where_they_are_translated() throws IOException {
        OrderCodes shipped = OrderCodes.read(ContentFolder.inJar("fhir-profiles"));
        assertEquals(
                "Interconsulta al equipo de trasplante",
                shipped.of("referralTransplantTeam", "es").get(0).display());
        assertEquals(
                "Tomografía computarizada",
                shipped.of("imagingStaging", "es").get(1).display());
        mount(SITE.formatted("referralTransplantTeam", "\"display\": \"TX\","));
        assertEquals(
                "TX",
                OrderCodes.read(folder())
                        .of("referralTransplantTeam", "es")
                        .get(1)
                        .display());
    }

    @Test
    void a_map_from_an_unknown_code_or_to_a_code_without_display_is_refused() throws IOException {
        mount(SITE.formatted("referral", "\"display\": \"TX\","));
        assertRefused("referral is no code of");
        mount(SITE.formatted("referralTransplantTeam", ""));
        assertRefused("without system, code or display");
    }

    private void assertRefused(String problem) {
        InvalidContentException refused = assertThrows(InvalidContentException.class, () -> OrderCodes.read(folder()));
        assertTrue(refused.getMessage().contains(problem), refused.getMessage());
        assertTrue(refused.getMessage().contains(MAP), refused.getMessage());
    }

    private void mount(String json) throws IOException {
        Files.createDirectories(mounted.resolve("conceptmaps"));
        Files.writeString(mounted.resolve(MAP), json);
    }

    private ContentFolder folder() {
        return new ContentFolder("fhir-profiles", Optional.of(mounted));
    }
}
