package org.livercds.cards;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Statement;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.LesionKey;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.clinical.patient.MeasurementBuilder;
import org.livercds.clinical.patient.NumberRange;
import org.livercds.clinical.patient.Problem;
import org.livercds.clinical.patient.SizeRange;

/** The words of the card files and phrases: advice in tone, and short enough whatever is filled in. */
class CardWordsTest {

    private static final Path CARDS = Path.of("cds-cards/en");
    private static final ChartDate LONG_DAY = ChartDate.of(LocalDate.of(2026, 9, 30));
    private static final ChartDate SOME_DAYS = new ChartDate(LocalDate.of(2026, 9, 28), LocalDate.of(2026, 9, 30));

    @Test
    void no_words_of_any_file_ask_oblige_dose_phone_or_promise() throws IOException {
        Map<String, String> words = words();
        assertTrue(words.size() > 400, String.valueOf(words.size()));
        assertEquals(
                List.of(),
                words.entrySet().stream()
                        .flatMap(entry ->
                                WordRules.wrong(entry.getValue()).map(what -> entry.getKey() + " " + what).stream())
                        .sorted()
                        .toList());
    }

    @Test
    void only_cards_on_drugs_name_drugs() throws IOException {
        assertEquals(
                List.of(),
                words().entrySet().stream()
                        .filter(entry -> WordChecks.WITH_DRUGS.stream()
                                .noneMatch(topic -> entry.getKey().startsWith(topic.code() + ".md")))
                        .filter(entry -> WordRules.drug(entry.getValue()).isPresent())
                        .toList());
    }

    @Test
    void survival_after_surgery_stands_in_one_place_and_for_one_variant() throws IOException {
        assertEquals(
                List.of("resection.md why.solitaryHcc"),
                words().entrySet().stream()
                        .filter(entry -> entry.getValue().contains("71"))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Consider ablation.",
                "It has spread. Refer to a surgeon.",
                "Imaging is old; repeat it.",
                "- Order a CT",
                "- **Check** the INR",
                "Measured in May, then treat.",
                "CT must be done",
                "The patient should rest",
                "sorafenib 400 mg",
                "up to 50 Gy",
                "100 mg/m² daily",
                "call 800-422-6237",
                "It is safe.",
                "It does not harm them."
            })
    void what_is_not_allowed_is_found(String words) {
        assertTrue(WordRules.wrong(words).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Check first: imaging out of date",
                "Ablation may be considered (NAV-9, an AI-generated answer citing NCCN; verify).",
                "bilirubin 3.4 mg/dL (5 Nov 2026)",
                "Review by a team may be considered",
                "treated by ablation",
                "every lesion under 1 cm"
            })
    void what_is_allowed_is_let_through(String words) {
        assertEquals(Optional.empty(), WordRules.wrong(words));
    }

    @ParameterizedTest
    @CsvSource({"sorafenib, true", "Atezolizumab, true", "cisplatin, true", "ablation, false", "hepatoblastoma, false"})
    void drugs_are_known_by_their_names(String word, boolean drug) {
        assertEquals(drug, WordRules.drug(word).isPresent());
    }

    @Test
    void every_summary_fits_with_the_longest_finding_and_the_longest_condition() {
        String condition = Stream.of(Statement.values())
                .flatMap(statement -> Stream.of("if", "if-unknown")
                        .map(form -> Answer.CATALOGUE.phrases().orNothing(form, statement.key())))
                .reduce("", CardWordsTest::longer);
        String finding = longestFindings().reduce("", CardWordsTest::longer);
        assertTrue(finding.contains("29.998… to 29.999… cm"), finding);
        String obstacle = Stream.of(Statement.values())
                .map(statement -> Answer.CATALOGUE.phrases().orNothing("obstacle", statement.key()))
                .reduce("", CardWordsTest::longer);
        Map<String, String> values =
                Map.of("finding", finding, "if", condition, "why", obstacle, "options", "", "checks", "");
        assertEquals(
                List.of(),
                Answer.CATALOGUE.files().values().stream()
                        .flatMap(file -> file.summaries().values().stream())
                        .map(summary -> summary.fill(values::get))
                        .filter(summary -> summary.length() > WordChecks.LONGEST_SUMMARY)
                        .toList());
    }

    @Test
    void lists_are_cut_to_what_a_summary_holds() {
        List<String> names = Stream.of(CardTopic.values()).map(CardTopic::code).toList();
        String list = SummaryList.of(names, Answer.CATALOGUE.phrases());
        for (CardTopic topic : List.of(CardTopic.OTHER_OPTIONS, CardTopic.CHECK_FIRST)) {
            String summary =
                    Answer.CATALOGUE.file(topic).summary(Variant.DEFAULT).fill("options", list, "checks", list);
            assertTrue(summary.length() <= WordChecks.LONGEST_SUMMARY, summary);
            assertTrue(summary.endsWith(" more"), summary);
        }
    }

    /** Twelve lesions and more, sizes in inches that have no end, a day of a long month or a period of days. */
    private static Stream<String> longestFindings() {
        List<SizeRange> sizes = List.of(mm("299.9871", "299.9931"), mm("299.9931"), mm("0.1", "299.9931"));
        List<NumberRange> counts = List.of(
                NumberRange.exactly(new BigDecimal("112")),
                NumberRange.from(new BigDecimal("112"), true),
                NumberRange.between(new BigDecimal("12"), new BigDecimal("112")));
        return sizes.stream()
                .flatMap(size -> Stream.of(LONG_DAY, SOME_DAYS)
                        .flatMap(day -> Stream.concat(
                                Stream.of(
                                        finding(chart(size, day).chart()),
                                        finding(chart(size, day).listComplete().chart())),
                                counts.stream()
                                        .map(count -> finding(chart(size, day)
                                                .reading(FactKey.LESION_COUNT, count)
                                                .measured(MeasurementBuilder.of(LesionKey.identified("b"))
                                                        .on(LONG_DAY))
                                                .chart())))));
    }

    private static ChartBuilder chart(SizeRange size, ChartDate day) {
        ChartBuilder chart = patientWith(Problem.Kind.LIVER_METASTASES);
        Stream.of("a", "c")
                .forEach(lesion -> chart.measured(MeasurementBuilder.of(LesionKey.identified(lesion))
                        .size(size)
                        .on(day)));
        return chart;
    }

    private static String finding(LiverChart chart) {
        return new Finding(new ChartWords(Answer.CATALOGUE.phrases(), chart.asOf())).of(chart);
    }

    private static String longer(String one, String other) {
        return other.length() > one.length() ? other : one;
    }

    /** Every text that could reach a reader, by where it stands. */
    private static Map<String, String> words() throws IOException {
        List<Map.Entry<String, String>> words = new ArrayList<>();
        try (Stream<Path> files = Files.list(CARDS)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                String text = Files.readString(file);
                String[] parts = name.endsWith(".md") ? text.split("(?m)^---\n", 3) : new String[] {"", text, ""};
                collect(name + " ", new YAMLMapper().readTree(parts[1]), words);
                parts[2].lines()
                        .filter(line -> !line.isBlank())
                        .forEach(line -> words.add(Map.entry(name + ": " + line, line)));
            }
        }
        collect(
                "sources.yaml ",
                new YAMLMapper().readTree(Files.readString(CARDS.resolveSibling("sources.yaml"))),
                words);
        return words.stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
    }

    private static void collect(String path, JsonNode node, List<Map.Entry<String, String>> words) {
        node.properties().forEach(entry -> {
            String key = path + (path.endsWith(" ") ? "" : ".") + entry.getKey();
            if (entry.getValue().isContainerNode()) {
                collect(key, entry.getValue(), words);
            } else {
                words.add(Map.entry(key, entry.getValue().asText()));
            }
        });
    }
}
