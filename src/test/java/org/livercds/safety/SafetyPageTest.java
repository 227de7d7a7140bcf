package org.livercds.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The safety case is whole, and what it tells of the content is so. */
class SafetyPageTest {

    private static final SafetyPage PAGE = SafetyPage.read();
    private static final String PROVENANCE = PAGE.section("Where the content comes from");

    @Test
    void every_section_is_there_and_says_something() {
        assertEquals(
                List.of(
                        "Intended use",
                        "The criteria",
                        "Orders",
                        "Hazard log",
                        "Automation bias",
                        "Languages",
                        "Pictures",
                        "Limits",
                        "The FDA criteria for software that is no device",
                        "Where the content comes from",
                        "Releases of the content",
                        "What the hospital has to do",
                        "Open questions for a clinician"),
                PAGE.sections());
        PAGE.sections().forEach(heading -> assertTrue(PAGE.section(heading).length() > 300, heading));
    }

    @Test
    void it_begins_with_what_matters_most() {
        assertTrue(PAGE.text()
                .startsWith("# Safety\n\n**No clinician has reviewed the content of this service yet.** Use it with"
                        + " synthetic data only."));
    }

    /** While the words say so; afterwards the page has to say who has reviewed them. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void it_is_as_little_reviewed_as_the_words_say(String language) throws IOException {
        JsonNode phrases = read(Path.of("cds-cards", language, "phrases.yaml"));
        assertTrue(phrases.path("reviewed").isBoolean());
        assertEquals(
                phrases.path("reviewed").asBoolean(),
                !PAGE.section("Releases of the content").contains("**So far nobody has signed.**"));
    }

    @ParameterizedTest
    @CsvSource({"MSK", "NCI", "NAV"})
    void the_sources_stand_on_the_page_as_on_the_cards(String document) throws IOException {
        JsonNode source = read(Path.of("cds-cards/sources.yaml")).path(document);
        String row = "| %s | %s | %s | %s | "
                .formatted(
                        document,
                        source.path("label").asText(),
                        source.path("date").asText(),
                        source.path("url").asText());
        assertTrue(PROVENANCE.contains(row), row);
        assertTrue(
                PROVENANCE
                        .lines()
                        .anyMatch(line -> line.startsWith(row)
                                && line.endsWith("| " + sentences(document).size() + " |")),
                document);
    }

    @Test
    void no_source_is_missing_and_the_sentences_are_counted() throws IOException {
        Set<String> documents = new TreeSet<>();
        read(Path.of("cds-cards/sources.yaml")).fieldNames().forEachRemaining(documents::add);
        assertEquals(Set.of("MSK", "NCI", "NAV"), documents);
        List<String> all = documents.stream()
                .flatMap(document -> sentences(document).stream())
                .toList();
        JsonNode traced = read(Path.of("docs/traceability.yaml"));
        long shown = all.stream()
                .filter(sentence -> !traced.path(sentence).has("notShown"))
                .count();
        assertTrue(
                PROVENANCE.contains("Of their " + all.size() + " sentences " + shown + " stand behind"), all::toString);
    }

    @Test
    void the_worked_cases_are_counted() throws IOException {
        int cases = read(Path.of("src/test/resources/vignettes.yaml"))
                .path("vignettes")
                .size();
        assertTrue(PAGE.section("Limits").contains(cases + " worked cases"), "" + cases);
    }

    /** One by one, each with evidence, and with what would lose it. */
    @Test
    void each_of_the_four_criteria_has_its_evidence() {
        List<String> rows = PAGE.section("The FDA criteria for software that is no device")
                .lines()
                .filter(line -> line.matches("\\| [1-4]\\. .*"))
                .toList();
        assertEquals(4, rows.size());
        for (String row : rows) {
            List<String> cells =
                    Stream.of(row.split("\\|")).skip(1).map(String::strip).toList();
            assertEquals(4, cells.size(), row);
            assertTrue(cells.get(2).contains("Test."), row);
            assertTrue(cells.get(3).length() > 20, row);
        }
    }

    private static List<String> sentences(String document) {
        Iterable<String> names = () -> read("docs/traceability.yaml").fieldNames();
        return StreamSupport.stream(names.spliterator(), false)
                .filter(name -> name.startsWith(document + "-"))
                .toList();
    }

    private static JsonNode read(String file) {
        try {
            return read(Path.of(file));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return new YAMLMapper().readTree(Files.readString(file));
    }
}
