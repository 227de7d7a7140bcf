package org.livercds.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.ValueSets;
import org.livercds.fhir.PrefetchTemplates;

class DemoRequestsTest {

    private static final ContentFolder PROFILES = ContentFolder.inJar("fhir-profiles");
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final DemoRequests REQUESTS = new DemoRequests(
            PROFILES,
            PrefetchTemplates.of(ValueSets.read(PROFILES)),
            Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
    private static final ObjectMapper PRETTY = new ObjectMapper();

    static List<String> names() {
        return DemoRequests.NAMES;
    }

    /** With {@code -Dlivercds.update-requests=true} the files are written anew. */
    @ParameterizedTest
    @MethodSource("names")
    void the_ready_requests_are_those_of_the_examples(String name) throws IOException {
        Path file = Path.of("docs/requests", name + ".json");
        ObjectNode request = REQUESTS.unshifted(name).orElseThrow();
        String text = PRETTY.writerWithDefaultPrettyPrinter().writeValueAsString(request) + "\n";
        if (Boolean.getBoolean("livercds.update-requests")) {
            Files.writeString(file, text);
        }
        assertEquals(text, Files.readString(file));
    }

    @Test
    void every_example_has_a_request_and_every_request_an_example() throws IOException {
        assertEquals(names(), List.copyOf(DemoRequests.NAMES));
        try (Stream<Path> examples = Files.list(Path.of("fhir-profiles/examples"));
                Stream<Path> requests = Files.list(Path.of("docs/requests"))) {
            assertEquals(
                    names().stream().sorted().toList(),
                    examples.map(file -> file.getFileName().toString())
                            .filter(file -> file.startsWith("Bundle-"))
                            .filter(file -> !file.equals("Bundle-draft-orders.json"))
                            .map(file -> file.replace("Bundle-", "").replace(".json", ""))
                            .sorted()
                            .toList());
            assertEquals(
                    names().stream().sorted().toList(),
                    requests.map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(".json"))
                            .map(file -> file.replace(".json", ""))
                            .sorted()
                            .toList());
        }
    }

    @Test
    void dates_move_together_so_that_the_day_of_the_example_is_today() {
        ObjectNode request = REQUESTS.today("hcc-treated-after-measuring").orElseThrow();
        JsonNode procedure = request.path("prefetch")
                .path("procedures")
                .path("entry")
                .path(0)
                .path("resource");
        assertEquals("2027-01-29", procedure.path("performedDateTime").asText());
        assertEquals(
                "1962-11-17",
                request.path("prefetch").path("patient").path("birthDate").asText());
    }

    @Test
    void a_name_that_is_none_of_the_examples_reads_no_file() {
        assertEquals(Optional.empty(), REQUESTS.today("../valuesets/ValueSet-ecog"));
    }

    @Test
    void queries_by_code_are_answered_by_code() {
        JsonNode prefetch =
                REQUESTS.unshifted("unresectable-liver-only-hcc").orElseThrow().path("prefetch");
        assertEquals(1, prefetch.path("labs").path("total").asInt());
        assertTrue(prefetch.path("observations").path("total").asInt() > 5);
        assertFalse(prefetch.path("procedures").has("entry"));
    }
}
