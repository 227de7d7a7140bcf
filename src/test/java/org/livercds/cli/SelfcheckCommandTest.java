package org.livercds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.cli.selfcheck.SampleService;
import org.livercds.security.Keys;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** As a user meets it. */
class SelfcheckCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void help_has_the_exit_codes_and_examples() {
        assertEquals(0, run("--help"));
        String help = out.toString();
        assertTrue(help.contains("Usage: liver-cds selfcheck"), help);
        assertTrue(help.contains("Exit codes:") && help.contains("2   The command was not understood."), help);
        assertTrue(help.contains("selfcheck http://localhost:8080"), help);
        assertFalse(help.contains("\u001B["), "colours only on a terminal");
    }

    @Test
    void a_good_service_is_told_in_a_few_lines() {
        try (SampleService service = SampleService.good()) {
            assertEquals(0, run(service.address() + "/cds-services/", "--calls", "2"), out::toString);
        }
        assertTrue(out.toString().contains("sample-view: median "), out::toString);
        assertTrue(out.toString().contains("broken: 0 SHALL"), out::toString);
        assertTrue(out.toString().contains("token.none (sample-view): no --key was given"), out::toString);
        assertEquals("", errors.toString());
    }

    @Test
    void a_broken_requirement_comes_with_its_reason_and_what_was_sent() {
        try (SampleService service = SampleService.bad()) {
            assertEquals(1, run(service.address().toString(), "--service", "sample-view", "--calls", "2"));
        }
        String said = out.toString();
        assertTrue(said.contains("SHALL card.summary-length (sample-view)\n  A `summary` has fewer than 140"), said);
        assertTrue(said.contains("  Why: EHRs cut off the rest"), said);
        assertTrue(said.contains("  Sent: POST /cds-services/sample-view (a call with all its data)"), said);
        assertTrue(said.contains("  Came: cards[0].summary has 140 characters"), said);
        assertTrue(said.contains("https://cds-hooks.hl7.org/2.0/#card-attributes"), said);
    }

    @Test
    void programs_get_json_and_build_servers_junit() throws Exception {
        Path report = folder.resolve("report.xml");
        try (SampleService service = SampleService.bad()) {
            String address = service.address().toString();
            assertEquals(1, run(address, "--calls", "1", "--format", "json"));
            assertEquals(1, run(address, "--calls", "1", "--format", "junit", "--output", report.toString()));
        }
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertFalse(json.path("good").asBoolean(true));
        assertTrue(json.path("findings").findValuesAsText("id").contains("card.summary-length"));
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Files.readString(report))))
                .getDocumentElement();
        assertEquals("1", suite.getAttribute("failures"));
        assertEquals(
                suite.getAttribute("tests"),
                String.valueOf(suite.getElementsByTagName("testcase").getLength()));
        assertEquals(
                suite.getAttribute("skipped"),
                String.valueOf(suite.getElementsByTagName("skipped").getLength()));
        assertTrue(errors.toString().contains("broken: 1 SHALL"), errors::toString);
        assertTrue(errors.toString().contains("the report is in " + report), errors::toString);
    }

    @Test
    void markdown_shows_what_came_as_code() {
        try (SampleService service = SampleService.bad()) {
            assertEquals(1, run(service.address().toString(), "--calls", "1", "--format", "Markdown"));
        }
        assertTrue(out.toString().contains("## SHALL: A `summary` has fewer than 140 characters."), out::toString);
        assertTrue(out.toString().contains("came `cards[0].summary has 140 characters`"), out::toString);
    }

    @Test
    void a_request_of_the_user_is_sent_for_another_patient() throws Exception {
        Path request = Files.writeString(folder.resolve("request.json"), """
                {"hook": "patient-view", "hookInstance": "x",
                 "context": {"userId": "Practitioner/1", "patientId": "known"},
                 "prefetch": {"conditions": {"resourceType": "Bundle", "type": "searchset", "total": 0}}}
                """);
        try (SampleService service = SampleService.good()) {
            assertEquals(0, run(service.address().toString(), "--calls", "1", "--request", request.toString()));
        }
        assertTrue(out.toString().contains("broken: 0 SHALL"), out::toString);
    }

    @Test
    void where_nobody_answers_that_is_said() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        assertEquals(1, run("http://localhost:" + port));
        assertTrue(errors.toString().startsWith("Nobody answers at http://localhost:" + port), errors::toString);
        assertEquals("", out.toString());
    }

    @Test
    void a_service_that_discovery_does_not_list_is_named_with_those_that_it_does() {
        try (SampleService service = SampleService.good()) {
            assertEquals(1, run(service.address().toString(), "--service", "other"));
        }
        assertEquals(
                "--service other is not in discovery, which lists sample-view." + System.lineSeparator(),
                errors.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--nothing                                    | 2 | Unknown option: '--nothing'",
                "--calls 0                                    | 2 | --timeout and --calls are 1 or more.",
                "--format xml                                 | 2 | Invalid value for option '--format'",
                "--key nowhere                                | 2 | Missing required argument(s): --issuer=URL",
                "--key nowhere --issuer https://ehr.example   | 1 | --key nowhere cannot be read.",
                "--key pom.xml --issuer https://ehr.example   | 1 | --key pom.xml holds no private key",
                "--request nowhere                            | 1 | --request nowhere cannot be read.",
                "--request pom.xml                            | 1 | --request pom.xml is not one JSON object."
            })
    void a_mistake_is_told_with_the_option_to_change(String options, int code, String sentence) {
        String[] all = ("http://localhost:1 " + options).split(" ");
        assertEquals(code, run(all));
        assertTrue(errors.toString().contains(sentence), errors::toString);
    }

    @Test
    void an_address_that_is_none_is_a_mistake_of_the_user() {
        assertEquals(2, run("localhost:8080"));
        assertTrue(errors.toString().startsWith("URL is not an address like https://"), errors::toString);
        assertEquals(2, run());
    }

    @Test
    void a_key_opens_nothing_where_tokens_are_not_asked_for_and_never_shows() throws Exception {
        Path key = Files.writeString(folder.resolve("key.jwk"), Keys.ES384.toJSONString());
        try (SampleService service = SampleService.good()) {
            String address = service.address().toString();
            assertEquals(0, run(address, "--calls", "1", "--key", key.toString(), "--issuer", "https://ehr.example"));
        }
        assertTrue(out.toString().contains("SHOULD token.required (sample-view)"), out::toString);
        assertFalse(out.toString().contains(Keys.ES384.getD().toString()));
        assertFalse(out.toString().contains("Bearer"), out::toString);
    }

    private int run(String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "selfcheck";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return Commands.run(new PrintWriter(out, true), new PrintWriter(errors, true), arguments);
    }
}
