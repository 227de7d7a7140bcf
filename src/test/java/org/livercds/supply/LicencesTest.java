package org.livercds.supply;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every library of the jar stands under a licence of {@code licences.yaml}. */
class LicencesTest {

    private static final Path POM = Path.of("pom.xml");
    private static final Path BILL = Path.of("target/classes/META-INF/sbom/application.cdx.json");
    private static final Licences LICENCES = Licences.read();

    @Test
    void every_library_has_an_allowed_licence() throws IOException {
        List<Component> components = Component.all(bill());
        assertTrue(components.size() > 100, () -> components.size() + " components");
        assertEquals(
                List.of(),
                components.stream()
                        .map(LICENCES::objection)
                        .flatMap(Optional::stream)
                        .toList());
    }

    @Test
    void nothing_is_allowed_that_nothing_needs() throws IOException {
        List<Component> components = Component.all(bill());
        Set<String> said = components.stream()
                .flatMap(component -> component.licences().stream())
                .collect(toSet());
        assertTrue(said.containsAll(LICENCES.names().keySet()), said::toString);
        assertEquals(
                LICENCES.allowed(),
                said.stream()
                        .map(LICENCES::identifier)
                        .filter(LICENCES.allowed()::contains)
                        .collect(toSet()));
        assertEquals(
                LICENCES.exceptions().keySet(),
                components.stream()
                        .filter(LICENCES::isExempt)
                        .map(Component::name)
                        .collect(toSet()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MIT | ''",
                "EPL-2.0;MIT | ''",
                "Apache Software License 2.0 | ''",
                "AGPL-3.0-only | a:b has AGPL-3.0-only",
                "GPL-2.0-only;MIT | a:b has GPL-2.0-only",
                "Public Domain | a:b has Public Domain"
            })
    void a_licence_that_is_not_in_the_list_is_objected_to(String licences, String objection) {
        Component component = new Component("a:b", List.of(licences.split(";")));
        assertEquals(objection, LICENCES.objection(component).orElse(""));
    }

    @Test
    void no_licence_is_objected_to_and_so_is_an_exempt_library_that_says_something_else() {
        assertEquals(Optional.of("a:b has no licence"), LICENCES.objection(new Component("a:b", List.of())));
        LICENCES.exceptions()
                .keySet()
                .forEach(name -> assertEquals(
                        Optional.of(name + " has SSPL-1.0"),
                        LICENCES.objection(new Component(name, List.of("SSPL-1.0")))));
        assertTrue(LICENCES.exceptions().values().stream()
                .noneMatch(exemption -> exemption.reason().isBlank()));
    }

    /** What is copied into our own files does not bring its licence file with it. */
    @Test
    void what_is_bundled_into_the_pages_is_named_in_the_notice() throws IOException {
        String notice = Files.readString(Path.of("NOTICE"));
        List<String> bundled = Component.all(bill()).stream()
                .map(Component::name)
                .filter(name -> name.startsWith("org.mvnpm") || name.endsWith(":smallrye-open-api-ui"))
                .map(name -> name.substring(name.indexOf(':') + 1))
                .toList();
        assertTrue(bundled.contains("lit"), bundled::toString);
        bundled.forEach(name -> assertTrue(notice.contains(name), name));
    }

    @Test
    void licence_and_notice_are_in_the_jar() throws IOException {
        for (String name : List.of("LICENSE", "NOTICE")) {
            assertEquals(-1, Files.mismatch(Path.of(name), Path.of("target/classes/META-INF", name)), name);
        }
    }

    @Test
    void the_bill_is_the_same_for_every_build_of_the_same_tree() throws IOException {
        JsonNode bill = bill();
        assertEquals("CycloneDX", bill.path("bomFormat").asText());
        assertFalse(bill.has("serialNumber"));
        assertFalse(bill.path("metadata").has("timestamp"));
    }

    /** An offline build makes none and may have that of an older pom. */
    private static JsonNode bill() throws IOException {
        boolean current =
                Files.exists(BILL) && Files.getLastModifiedTime(BILL).compareTo(Files.getLastModifiedTime(POM)) >= 0;
        String message = "An offline build makes no bill of materials.";
        assertTrue(current || !"true".equals(System.getenv("CI")), message);
        assumeTrue(current, message + " The licences are not checked.");
        return new ObjectMapper().readTree(BILL.toFile());
    }
}
