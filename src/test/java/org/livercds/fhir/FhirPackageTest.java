package org.livercds.fhir;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.livercds.hooks.WireJson;

/** The package file that the build makes, opened as those open it who use it. */
class FhirPackageTest {

    private static final Pattern VERSION = Pattern.compile("<artifactId>liver-cds</artifactId>\\s*<version>([^<]+)<");

    private static String version;
    private static NpmPackage fhirPackage;

    @BeforeAll
    static void open() throws IOException {
        Matcher pom = VERSION.matcher(Files.readString(Path.of("pom.xml")));
        assertTrue(pom.find());
        version = pom.group(1);
        try (InputStream file = Files.newInputStream(Path.of("target/org.livercds.fhir-" + version + ".tgz"))) {
            fhirPackage = NpmPackage.fromPackage(file);
        }
    }

    @Test
    void its_manifest_says_what_it_is() {
        assertEquals("org.livercds.fhir", fhirPackage.name());
        assertEquals(version, fhirPackage.version());
        assertEquals("4.0.1", fhirPackage.fhirVersion());
        assertEquals("https://livercds.org/fhir", fhirPackage.canonical());
        assertEquals("Apache-2.0", fhirPackage.license());
        assertEquals(Set.of("hl7.fhir.r4.core#4.0.1"), Set.copyOf(fhirPackage.dependencies()));
    }

    @Test
    void every_resource_is_found_by_its_canonical_address() throws IOException {
        for (Path file : OfflineValidator.conformanceFiles()) {
            JsonNode resource = WireJson.readObject(Files.readAllBytes(file));
            if (resource.has("url")) {
                try (InputStream found =
                        fhirPackage.loadByCanonical(resource.path("url").asText())) {
                    assertNotNull(found, file.toString());
                    assertEquals(resource, WireJson.readObject(found.readAllBytes()));
                }
            }
        }
    }

    @Test
    void the_examples_lie_below_it_and_are_all_there() throws IOException {
        Set<String> expected = OfflineValidator.files("examples")
                .map(file -> file.getFileName().toString())
                .collect(toSet());
        Set<String> given = fhirPackage.list("example").stream()
                .filter(name -> !name.startsWith("."))
                .collect(toSet());
        assertEquals(expected, given);
        assertTrue(fhirPackage.hasFile("other", "NOTICE"));
    }
}
