package org.livercds.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.clinical.guideline.Silence;
import org.livercds.connect.MarkdownPage.Row;
import org.livercds.fhir.KeyState;
import org.livercds.hooks.Refusal;
import org.livercds.outbound.FetchProblem;
import org.livercds.security.Denial;
import org.livercds.security.smart.LaunchProblem;

/** Whatever the service may say when something goes wrong stands in docs/CONNECT.md with what to change. */
class ConnectPageTest {

    private static final MarkdownPage PAGE = MarkdownPage.read("docs/CONNECT.md");
    private static final Pattern TEST = Pattern.compile("`((?:[a-z]+\\.)+[A-Z]\\w+Test)`");
    private static final Pattern FIELD_OR_HEADER =
            Pattern.compile("\\b(context|prefetch|hook|fhirServer|fhirAuthorization|feedback|changes|weeks|Bundle"
                    + "|Content-Type|Allow|Retry-After|body)\\b|livercds\\.|org\\.livercds\\.");

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of("Refusals", names(Refusal.values(), Refusal::name)),
                Arguments.of("401", names(Denial.values(), Denial::name)),
                Arguments.of(
                        "No cards",
                        with(names(Silence.values(), Silence::code), Stream.of("notAClinician", "noRelevantOrder"))),
                Arguments.of(
                        "Data that were not read",
                        with(
                                names(KeyState.values(), KeyState::name),
                                Stream.concat(
                                        names(FetchProblem.values(), FetchProblem::name).stream(),
                                        Stream.of("OUT_OF_SCOPE")))),
                Arguments.of("Pages of the SMART launch", names(LaunchProblem.values(), LaunchProblem::name)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("words")
    void every_word_of_the_service_stands_there_once_and_no_other(String heading, List<String> words) {
        assertEquals(
                words.stream().sorted().toList(),
                PAGE.rows(heading).stream().map(Row::word).sorted().toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("words")
    void each_says_why_and_what_to_change(String heading, List<String> words) {
        PAGE.rows(heading).forEach(row -> {
            assertTrue(row.cells().size() >= 2, row::toString);
            assertTrue(row.last().matches(".*[a-zA-Z]{3}.*"), row::toString);
        });
    }

    @Test
    void each_status_is_that_of_the_service() {
        PAGE.rows("Refusals")
                .forEach(row -> assertEquals(
                        Refusal.valueOf(row.word()).status(),
                        Integer.parseInt(row.cells().get(0)),
                        row::word));
        PAGE.rows("Pages of the SMART launch")
                .forEach(row -> assertEquals(
                        LaunchProblem.valueOf(row.word()).status(),
                        Integer.parseInt(row.cells().get(0)),
                        row::word));
    }

    @Test
    void every_refusal_names_what_to_change_and_every_setting_that_it_names_exists() {
        for (Refusal refusal : Refusal.values()) {
            assertTrue(FIELD_OR_HEADER.matcher(refusal.sentence()).find(), refusal::sentence);
            assertEquals(Set.of(), Settings.unknown(refusal.sentence()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/CONNECT.md", "docs/SAFETY.md", "docs/requests/curl.md"})
    void every_setting_that_is_named_exists_and_every_link_leads_somewhere(String file) {
        MarkdownPage page = MarkdownPage.read(file);
        assertEquals(Set.of(), Settings.unknown(page.text()));
        assertEquals(List.of(), page.deadLinks());
    }

    @Test
    void the_settings_of_the_page_are_many_and_one_that_does_not_exist_is_noticed() {
        assertTrue(Settings.named(PAGE.text()).distinct().count() > 30);
        assertEquals(
                Set.of("livercds.clients.*.key", "livercds.nothing"),
                Settings.unknown("`livercds.clients.NAME.key`, `livercds.nothing`, livercds.clients.\"a b\".issuer,"
                        + " `livercds.deadline`, https://livercds.org/fhir, org.livercds.audit.Alarm"));
    }

    @Test
    void a_link_that_leads_nowhere_is_noticed() {
        String links = "[a](#there) [b](#not-there) [c](CONNECT.md#epic) [d](CONNECT.md#epics) [e](NOWHERE.md)";
        MarkdownPage page = new MarkdownPage(Path.of("docs/X.md"), "# There\n" + links);
        // the page itself is not written
        assertEquals(List.of("#there", "#not-there", "CONNECT.md#epics", "NOWHERE.md"), page.deadLinks());
    }

    @Test
    void every_test_that_is_named_exists() {
        List<String> tests = TEST.matcher(PAGE.text())
                .results()
                .map((MatchResult test) -> test.group(1))
                .toList();
        assertFalse(tests.isEmpty());
        tests.forEach(test -> assertTrue(
                Files.exists(Path.of("src/test/java/org/livercds", test.replace('.', '/') + ".java")), test));
    }

    @Test
    void each_client_has_its_section_and_each_section_says_what_was_tried() {
        Map<String, String> sections = Map.of(
                "SMART Health IT (R4)", "Not tried",
                "HAPI public server", "Not tried",
                "The CDS Hooks sandbox", "Not tried",
                "Epic", "Not tried",
                "Oracle Health", "Not tried",
                "athenahealth", "Not tried",
                "Medplum", "Not tried");
        sections.forEach((heading, said) -> {
            int begin = PAGE.text().indexOf("\n## " + heading + "\n");
            int end = PAGE.text().indexOf("\n## ", begin + 1);
            assertTrue(begin > 0 && end > begin, heading);
            assertTrue(PAGE.text().substring(begin, end).contains("**" + said + "**"), heading);
        });
    }

    private static <E> List<String> names(E[] values, Function<E, String> name) {
        return Arrays.stream(values).map(name).toList();
    }

    private static List<String> with(List<String> words, Stream<String> more) {
        return Stream.concat(words.stream(), more).toList();
    }
}
