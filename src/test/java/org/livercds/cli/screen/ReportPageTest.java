package org.livercds.cli.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.clinical.guideline.CautionId;
import org.livercds.clinical.guideline.MissingId;
import org.livercds.clinical.guideline.Silence;
import org.livercds.clinical.patient.DiseaseKind;
import org.livercds.fhir.KeyState;
import org.livercds.fhir.PrefetchKey;
import org.livercds.service.AppWords;
import org.w3c.dom.Element;

class ReportPageTest {

    private static final List<String> CHARTS = List.of(
            "number", "cards", "options", "reasons", "kinds", "cautions", "missing", "unread", "status", "lines");
    private static final String HOSTILE = "\"'><img src=x onerror=alert(1)></svg><script>alert(2)</script>&{findings}";

    private static AppWords.InLanguage words;

    @BeforeAll
    static void read() {
        words = ReportSample.words();
    }

    static Stream<Findings> samples() {
        return Stream.of(ReportSample.hospital(), ReportSample.one(), ReportSample.nobody());
    }

    static Stream<String> charts() {
        return CHARTS.stream();
    }

    @Test
    void the_first_numbers_are_those_of_the_findings() {
        ReportHtml html = html(ReportSample.hospital());
        assertEquals(
                List.of(
                        "1,240",
                        "212",
                        "17.1 of 100 patients",
                        "31.5",
                        "391 cards together",
                        "139.6",
                        "280 such patients"),
                html.texts("short", "dd"));
        String told = html.texts("short", "p").get(0);
        assertTrue(
                told.startsWith("Of 1,240 patients, 74 would get one card, 97 two and 41 three. 1,028 would get none."),
                told);
        assertEquals(
                "Most frequent: Check first (138), Multidisciplinary review (51), Ablation (44).",
                html.texts("short", "p").get(1));
    }

    @Test
    void tables_hold_counts_and_shares() {
        ReportHtml html = html(ReportSample.hospital());
        assertEquals(
                List.of(
                        List.of("No card", "1,028", "82.9"),
                        List.of("1 card", "74", "6.0"),
                        List.of("2 cards", "97", "7.8"),
                        List.of("3 cards", "41", "3.3")),
                html.rows("number"));
        assertEquals(
                List.of("Check first", "138", "11.1", "49.3"),
                html.rows("cards").get(0));
        assertTrue(html.rows("options").contains(List.of("Resection", "11", "22", "8", "41", "3.3")));
        assertTrue(html.rows("reasons").contains(List.of("Evaluated, and there is nothing to say", "33", "2.7")));
        assertTrue(html.rows("missing").contains(List.of("Resectability", "133", "10.7")));
        assertTrue(html.rows("unread").contains(List.of("Procedures: not sent", "1,240", "100.0")));
        assertEquals(
                List.of("Not readable: Not json", "5", "under 0.1"),
                html.rows("lines").get(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"number", "kinds", "status", "lines"})
    void what_everybody_is_in_once_sums_to_a_hundred(String heading) {
        List<List<String>> rows = html(ReportSample.hospital()).rows(heading);
        double sum = rows.stream()
                .map(row -> row.get(2))
                .mapToDouble(share -> share.startsWith("under") ? 0.05 : Double.parseDouble(share))
                .sum();
        assertEquals(100, sum, 0.05 * rows.size() + 0.001);
    }

    @Test
    void reasons_sum_to_those_who_get_no_card() {
        long sum = html(ReportSample.hospital()).rows("reasons").stream()
                .mapToLong(row -> Long.parseLong(row.get(1).replace(",", "")))
                .sum();
        assertEquals(1_028, sum);
    }

    @ParameterizedTest
    @MethodSource("charts")
    void each_chart_has_a_table_with_the_same_title_and_numbers(String heading) {
        ReportHtml html = html(ReportSample.hospital());
        Element svg = ReportHtml.in(html.section(heading), "svg").get(0);
        assertEquals(
                html.texts(heading, "caption"),
                List.of(ReportHtml.in(svg, "title").get(0).getTextContent()));
        List<String> drawn =
                ReportHtml.in(svg, "text").stream().map(Element::getTextContent).toList();
        List<List<String>> rows = html.rows(heading);
        int count = html.texts(heading, "th").indexOf(heading.equals("lines") ? "Lines" : "Patients");
        assertEquals(2 * rows.size(), drawn.size());
        for (int i = 0; i < rows.size(); i++) {
            String name = drawn.get(2 * i);
            assertTrue(rows.get(i).get(0).startsWith(name.replace("…", "")), name);
            assertEquals(rows.get(i).get(count), drawn.get(2 * i + 1));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void it_is_one_file_that_loads_and_runs_nothing(Findings findings) {
        String text = ReportPage.of(findings, words);
        ReportHtml html = ReportHtml.of(text);
        assertFalse(text.contains("<script") || text.contains("@import") || text.contains("url("), text);
        assertEquals(
                0,
                html.all("img").size()
                        + html.all("iframe").size()
                        + html.all("form").size());
        Set<String> sources = words.sources().stream().map(AppWords.Source::url).collect(Collectors.toSet());
        Set<String> ids = ids(html).collect(Collectors.toSet());
        for (Element element : html.all("*")) {
            assertFalse(element.hasAttribute("src") || element.hasAttribute("style"), element.getTagName());
            String link = element.getAttribute("href");
            boolean own = link.startsWith("#")
                    ? ids.contains(link.substring(1))
                    : List.of("", "data:,").contains(link);
            assertTrue(own || sources.contains(link), link);
        }
        assertEquals(3, html.texts("sources", "a").size());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void ids_are_told_once_and_every_heading_is_there(Findings findings) {
        ReportHtml html = html(findings);
        List<String> ids = ids(html).toList();
        assertEquals(ids.size(), new HashSet<>(ids).size(), ids.toString());
        assertEquals(1, html.all("h1").size());
        html.all("*").stream()
                .filter(element -> element.hasAttribute("aria-labelledby"))
                .flatMap(element ->
                        Arrays.stream(element.getAttribute("aria-labelledby").split(" ")))
                .forEach(label -> assertTrue(ids.contains(label), label));
        assertEquals("en", html.document().getDocumentElement().getAttribute("lang"));
    }

    @Test
    void where_there_is_nobody_it_says_so_and_divides_nothing_by_nothing() {
        String text = ReportPage.of(ReportSample.nobody(), words);
        ReportHtml html = ReportHtml.of(text);
        assertFalse(text.contains("NaN") || text.contains("Infinity"), text);
        assertTrue(html.texts("short", "p").get(0).startsWith("There is no patient in this export"));
        assertEquals(
                List.of("0", "0", "– of 100 patients", "–"),
                html.texts("short", "dd").subList(0, 4));
        assertEquals(List.of("No card", "0", "–"), html.rows("number").get(0));
        assertEquals(List.of("None."), html.texts("cards", "p").subList(1, 2));
        assertEquals(List.of("Read and used", "0", "–"), html.rows("lines").get(0));
        assertFalse(html.has("warnings"));
    }

    @Test
    void one_patient_is_a_hundred_of_a_hundred() {
        ReportHtml html = html(ReportSample.one());
        assertEquals(List.of(List.of("Ablation", "1", "100.0", "100.0")), html.rows("cards"));
        assertEquals(List.of(List.of("Ablation", "1", "0", "0", "1", "100.0")), html.rows("options"));
        assertFalse(html.has("warnings"), "everything was read");
    }

    @Test
    void what_makes_the_numbers_incomplete_is_said_before_them() {
        ReportHtml html = html(ReportSample.hospital());
        List<String> headings =
                html.all("h2").stream().map(Element::getTextContent).toList();
        assertEquals(List.of("In short", "These numbers are not complete"), headings.subList(0, 2));
        List<String> warnings = html.texts("warnings", "strong");
        assertEquals(
                List.of(
                        "The export has no AllergyIntolerance, no Procedure.",
                        "245 patients were evaluated in part",
                        "For 3 patients there is no answer.",
                        "7 of 48,210 lines could not be used."),
                warnings);
    }

    @Test
    void hostile_texts_stay_texts() {
        Map<String, Long> counts = Map.of(HOSTILE, 1L);
        Map<String, Map<String, Long>> nested = Map.of(HOSTILE, counts);
        ReportHtml html = html(new Findings(
                HOSTILE,
                HOSTILE,
                new Findings.Export(1, 1, 0, 0, counts, HOSTILE, HOSTILE),
                1,
                1,
                Map.of(1, 1L),
                counts,
                counts,
                counts,
                counts,
                nested,
                counts,
                counts,
                nested,
                1,
                0));
        assertEquals(0, html.all("script").size() + html.all("img").size());
        for (String heading : List.of("cards", "reasons", "kinds", "cautions", "missing")) {
            assertEquals(HOSTILE, html.rows(heading).get(0).get(0));
        }
        assertTrue(html.all("header").get(0).getTextContent().contains(HOSTILE));
    }

    @Test
    void the_same_findings_give_the_same_bytes_in_whatever_order_they_come() {
        Findings findings = ReportSample.hospital();
        String text = ReportPage.of(findings, words);
        assertEquals(text, ReportPage.of(ReportSample.hospital(), words));
        assertEquals(
                text,
                ReportPage.of(
                        new Findings(
                                findings.asOf(),
                                findings.content(),
                                findings.export(),
                                findings.patients(),
                                findings.cards(),
                                backwards(findings.byNumberOfCards()),
                                backwards(findings.byStatus()),
                                backwards(findings.byReason()),
                                backwards(findings.byDiseaseKind()),
                                backwards(findings.byCard()),
                                backwards(findings.byOption()),
                                backwards(findings.byCaution()),
                                backwards(findings.byMissing()),
                                backwards(findings.byUnread()),
                                findings.resources(),
                                findings.skipped()),
                        words));
    }

    @Test
    void every_column_of_the_table_is_explained() {
        List<String> told = html(ReportSample.nobody()).rows("table").stream()
                .map(row -> row.get(0))
                .toList();
        assertEquals(List.of(Screened.HEAD.split(",")), told);
    }

    @Test
    void what_the_service_counts_has_words() {
        ReportWords report = new ReportWords(words);
        words.topics().keySet().forEach(topic -> assertWords(topic, report.card(topic)));
        Stream.of(Silence.values()).map(Silence::code).forEach(code -> assertWords(code, report.reason(code)));
        assertWords("NO_CONDITIONS", report.reason("NO_CONDITIONS"));
        Stream.of(DiseaseKind.values()).map(DiseaseKind::code).forEach(code -> assertWords(code, report.kind(code)));
        Stream.of(CautionId.values()).map(CautionId::code).forEach(id -> assertWords(id, report.caution(id)));
        Stream.of(MissingId.values()).map(MissingId::code).forEach(id -> {
            assertWords(id, report.missing(id));
            assertFalse(report.missingMeans(id).isEmpty(), id);
        });
        for (PrefetchKey key : PrefetchKey.values()) {
            assertFalse(report.unreadMeans(key.key()).isEmpty(), key.key());
            for (KeyState state : KeyState.values()) {
                assertFalse(report.unread(key.key(), state.name()).contains(state.name()), state.name());
            }
        }
        Stream.of("evaluated", "incomplete", "notApplicable", "refused")
                .forEach(status -> assertWords(status, report.status(status)));
    }

    private static void assertWords(String code, String words) {
        assertFalse(words.isBlank() || words.equals(code) || words.contains("{"), code + ": " + words);
    }

    private static <K extends Comparable<K>, V> Map<K, V> backwards(Map<K, V> map) {
        return new LinkedHashMap<>(new TreeMap<>(map).descendingMap());
    }

    private static Stream<String> ids(ReportHtml html) {
        return html.all("*").stream().map(element -> element.getAttribute("id")).filter(id -> !id.isEmpty());
    }

    private static ReportHtml html(Findings findings) {
        return ReportHtml.of(ReportPage.of(findings, words));
    }
}
