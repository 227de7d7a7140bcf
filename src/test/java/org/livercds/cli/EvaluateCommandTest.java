package org.livercds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.livercds.fhirserver.HapiFhirServer;
import org.livercds.fhirserver.HapiFhirServer.Options;
import org.livercds.service.DemoRequests;
import org.w3c.dom.Element;

class EvaluateCommandTest {

    private static final String NAME = "three-metastases-under-3-cm";
    private static final String BUNDLE = "fhir-profiles/examples/Bundle-" + NAME + ".json";
    private static final String REQUEST = "docs/requests/" + NAME + ".json";
    private static final String DAY = "--as-of=2026-11-20";
    private static final String FINDING =
            "3 liver lesions, largest 2.9 cm (5 Nov 2026): meets the ablation criterion (3 or fewer, each under 3 cm)";

    @TempDir
    Path folder;

    @Test
    void a_hook_request_and_a_bundle_of_the_same_chart_get_the_same_cards() {
        Told request = Told.by("evaluate", REQUEST, DAY);
        Told bundle = Told.by("evaluate", BUNDLE, DAY);
        assertEquals(0, request.exitCode(), request.err());
        assertTrue(request.out().contains("  2026-11-20: evaluated, liverMetastases, 3 cards\n"), request.out());
        assertTrue(request.out().contains("[info] " + FINDING), request.out());
        assertTrue(request.out().contains("Source: Memorial Sloan Kettering Cancer Center"), request.out());
        assertEquals(request.out().replace(REQUEST, BUNDLE), bundle.out());
    }

    @Test
    void a_folder_is_evaluated_file_by_file_and_what_cannot_be_is_told() throws IOException {
        Files.copy(Path.of(BUNDLE), folder.resolve("b.json"));
        Files.writeString(folder.resolve("a.json"), "{\"context\": {\"patientId\": \"p\"}}");
        Files.writeString(folder.resolve("c.json"), "{\"resourceType\": \"Bundle\"}");
        Files.writeString(folder.resolve("d.json"), "{\"a\": 1, \"a\": 2}");
        Files.writeString(folder.resolve("e.json"), "{\"resourceType\": \"Patient\"}");
        Files.writeString(folder.resolve("readme.txt"), "no chart");
        Told told = Told.by("evaluate", folder.toString(), DAY, "--format", "json");
        assertEquals(1, told.exitCode());
        List<JsonNode> lines = lines(told.out());
        assertEquals(5, lines.size(), told.out());
        assertTrue(lines.get(0).path("problem").asText().startsWith("412: The diagnosis cannot be known"), told.out());
        assertEquals(FINDING, lines.get(1).at("/response/cards/0/summary").asText());
        assertTrue(lines.get(2).path("problem").asText().startsWith("The Bundle has 0 Patients."), told.out());
        assertTrue(lines.get(3).path("problem").asText().startsWith("It is not valid JSON"), told.out());
        assertTrue(lines.get(4).path("problem").asText().startsWith("It is neither a hook request"), told.out());
    }

    @Test
    void each_synthetic_patient_has_the_answer_of_the_service() throws IOException {
        Told told = Told.by("evaluate", "docs/requests", "--format", "json", "--as-of", "2026-11-20");
        List<JsonNode> lines = lines(told.out());
        assertEquals(DemoRequests.NAMES.size(), lines.size());
        assertEquals(0, told.exitCode(), told.out());
        JsonNode silent = lines.stream()
                .filter(line -> line.path("input").asText().contains("no-liver-disease"))
                .findFirst()
                .orElseThrow();
        assertEquals(0, silent.at("/response/cards").size());
        assertEquals(
                "noLiverDisease",
                silent.at("/response/extension/org.livercds.evaluation/reason").asText());
    }

    @Test
    void explain_shows_each_rule_with_the_values_behind_it() {
        Told told = Told.by("evaluate", REQUEST, DAY, "--format", "explain");
        assertEquals(0, told.exitCode(), told.err());
        assertTrue(told.out().contains("(R-ABL; MSK-6, MSK-3, MSK-7)"), told.out());
        assertTrue(told.out().contains("    + 3 or fewer liver tumours <- list of lesions complete: yes"), told.out());
        assertTrue(told.out().contains("2.9 cm 2026-11-05 Observation/"), told.out());
        assertTrue(told.out().contains("  Missing\n    whether all disease can be removed"), told.out());
        assertTrue(told.out().contains("conditions: prefetch, DATA, 2 used, 0 not"), told.out());
        assertFalse(told.out().contains("Clara"), "a name");
    }

    @Test
    void markdown_is_a_document_and_junit_a_report_of_a_build() throws Exception {
        Told markdown = Told.by("evaluate", REQUEST, DAY, "--format", "markdown", "--language", "es");
        assertTrue(markdown.out().startsWith("# " + REQUEST + "\n\n2026-11-20: evaluated"), markdown.out());
        assertTrue(markdown.out().contains("\n## 3 lesiones hepáticas"), markdown.out());
        Files.writeString(folder.resolve("bad.json"), "{");
        Told junit = Told.by("evaluate", REQUEST, folder + "/bad.json", DAY, "--format", "junit");
        assertEquals(1, junit.exitCode());
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(junit.out().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertEquals("2", suite.getAttribute("tests"));
        assertEquals("1", suite.getAttribute("failures"));
        Element bad = (Element) suite.getElementsByTagName("testcase").item(1);
        assertTrue(bad.getAttribute("name").endsWith("bad.json"));
        assertEquals(1, bad.getElementsByTagName("failure").getLength());
    }

    @Test
    void a_patient_on_a_fhir_server_is_read_with_the_token_and_nothing_is_written() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "secret-token\n");
        try (HapiFhirServer server =
                HapiFhirServer.ofExample(NAME, Options.standard().withBearerToken("secret-token"))) {
            String[] command = {
                "evaluate", "--fhir-base", server.baseUrl(), "--patient", "metastases-three", DAY, "--token-file"
            };
            Told told = Told.by(Stream.concat(Stream.of(command), Stream.of(token.toString()))
                    .toArray(String[]::new));
            assertEquals(0, told.exitCode(), told.out() + told.err());
            assertTrue(told.out().contains(FINDING), told.out());
            assertTrue(server.requests().stream()
                    .allMatch(request -> request.method().equals("GET")));
            Told without = Told.by("evaluate", "--fhir-base", server.baseUrl(), "--patient", "metastases-three");
            assertEquals(1, without.exitCode());
            assertTrue(
                    without.out().contains("could not be read from the fhirServer of the call either"), without.out());
        }
    }

    @Test
    void mistakes_of_the_user_are_told_in_a_sentence() {
        assertWrong("Give files or folders, or --fhir-base and --patient.", "evaluate");
        assertWrong("--fhir-base and --patient are given together.", "evaluate", "--patient", "p");
        assertWrong("There is no file or folder nowhere.json.", "evaluate", "nowhere.json");
        assertWrong("There is no .json file in " + folder, "evaluate", folder.toString());
        assertWrong("Invalid value for option '--format'", "evaluate", REQUEST, "--format", "xml");
        assertWrong("Invalid value for option '--as-of'", "evaluate", REQUEST, "--as-of", "yesterday");
        Told address = Told.by("evaluate", "--fhir-base", "ftp://x", "--patient", "p");
        assertEquals(1, address.exitCode());
        assertTrue(address.err().contains("\"ftp://x\", which is no address that can be called"), address.err());
        assertWrong(
                "--token-file is for https: over http everybody on the way could read the token.",
                "evaluate",
                "--fhir-base",
                "http://ehr.example.org/fhir",
                "--patient",
                "p",
                "--token-file",
                "token");
        assertTrue(Told.by("evaluate", "--help").out().contains("--fhir-base https://r4.smarthealthit.org"));
    }

    private static void assertWrong(String sentence, String... arguments) {
        Told told = Told.by(arguments);
        assertEquals(2, told.exitCode());
        assertTrue(told.err().contains(sentence), told.err());
    }

    private static List<JsonNode> lines(String out) throws IOException {
        try (var values = new ObjectMapper().readerFor(JsonNode.class).<JsonNode>readValues(out)) {
            return values.readAll();
        }
    }
}
