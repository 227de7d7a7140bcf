package org.livercds.cards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.InvalidContentException;
import org.livercds.hooks.Language;

/** Card files are checked when they are read; what is wrong is named with file and line. */
class CardCatalogueTest {

    @TempDir
    Path folder;

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectory(folder.resolve("en"));
    }

    @Test
    void the_shipped_cards_are_in_order() {
        assertEquals(
                CardTopic.values().length,
                read(ContentFolder.inJar("cds-cards")).files().size());
    }

    @Test
    void a_mounted_file_replaces_the_shipped_one_and_the_rest_stays() throws IOException {
        change("en/ablation.md", "name: \"Ablation\"", "name: \"Thermal ablation\"");
        assertEquals(
                "Thermal ablation", read(mounted()).file(CardTopic.ABLATION).name());
    }

    @Test
    void an_unknown_key_is_refused() throws IOException {
        change("en/ablation.md", "name:", "colour: red\nname:");
        assertRefused("en/ablation.md:3: unknown key colour");
    }

    @Test
    void a_missing_key_is_refused() throws IOException {
        change("en/ablation.md", "name: \"Ablation\"\n", "");
        assertRefused("en/ablation.md:2: name is missing");
    }

    @Test
    void an_unknown_placeholder_is_refused_in_summary_and_body() throws IOException {
        change("en/ablation.md", "{criteria}", "{patientname}");
        assertRefused("en/ablation.md:20: {patientname} is no placeholder");
        change("en/ablation.md", "\"{finding}: meets", "\"{colour}: meets");
        assertRefused("{colour} is no placeholder");
    }

    @Test
    void a_summary_that_could_grow_too_long_is_refused() throws IOException {
        change("en/ablation.md", "meets the ablation criterion", "x".repeat(80));
        assertRefused("en/ablation.md:6: a summary could reach");
    }

    @Test
    void an_unknown_variant_is_refused() throws IOException {
        change("en/ablation.md", "  noSurgery:", "  nosurgery:");
        assertRefused("en/ablation.md:9: nosurgery is none of");
    }

    @Test
    void a_status_without_words_is_refused() throws IOException {
        change("en/ablation.md", "  conditional:", "  info:");
        assertRefused("en/ablation.md:5: the summary has no words for conditional");
    }

    @Test
    void words_that_not_every_patient_gets_need_a_default() throws IOException {
        change("en/ablation.md", "  default: \"Perc", "  suspected: \"Perc");
        assertRefused("{lead} needs words for default");
    }

    @Test
    void a_phrase_with_a_placeholder_that_nobody_fills_is_refused() throws IOException {
        change("en/phrases.yaml", "  none: \"No measured liver lesion\"", "  none: \"No {organ} lesion\"");
        assertRefused("{organ} is no placeholder of finding.none");
    }

    @Test
    void the_days_of_cautions_are_filled() throws IOException {
        change("en/phrases.yaml", "older than {days} days", "older than {weeks} weeks");
        assertRefused("{weeks} is no placeholder of caution.K-STALE.text");
    }

    @Test
    void yaml_that_is_broken_is_told_in_a_line() throws IOException {
        change("en/ablation.md", "name: \"Ablation\"", "name: [\"Ablation\"");
        InvalidContentException refusal = assertThrows(InvalidContentException.class, () -> read(mounted()));
        assertEquals(1, refusal.getMessage().lines().count());
        assertFalse(refusal.getMessage().contains("com.fasterxml"), refusal.getMessage());
    }

    @Test
    void raw_html_is_refused() throws IOException {
        change("en/ablation.md", "Percutaneous", "<b>Percutaneous</b>");
        assertRefused("raw HTML is not allowed");
    }

    @Test
    void another_topic_is_refused() throws IOException {
        change("en/ablation.md", "topic: ablation", "topic: resection");
        assertRefused("en/ablation.md:2: the topic is not ablation");
    }

    @Test
    void a_file_without_front_matter_is_refused() throws IOException {
        Files.writeString(folder.resolve("en/ablation.md"), "Ablation may be considered.\n");
        assertRefused("en/ablation.md:1: no front matter");
    }

    @Test
    void an_override_reason_without_words_is_refused() throws IOException {
        change("en/ablation.md", "[patient-ineligible,", "[because,");
        assertRefused("override.because");
    }

    @Test
    void missing_words_are_refused() throws IOException {
        change("en/phrases.yaml", "  liver-only: \"no spread outside the liver\"\n", "");
        assertRefused("statement.liver-only");
    }

    @Test
    void a_phrase_given_twice_is_refused_with_its_line() throws IOException {
        change("en/phrases.yaml", "language: en\n", "language: en\nlanguage: en\n");
        assertRefused("en/phrases.yaml:3:");
    }

    @Test
    void a_source_without_address_or_not_over_https_is_refused() throws IOException {
        change("sources.yaml", "  url: \"https://www.cancer.gov", "  url: \"http://www.cancer.gov");
        assertRefused("NCI has no https address");
        change("sources.yaml", "  date: \"updated 15 May 2024\"\n", "");
        assertRefused("sources.yaml:");
    }

    @Test
    void a_mounted_file_of_one_language_leaves_the_other_as_it_is() throws IOException {
        Files.createDirectory(folder.resolve("es"));
        change("es/ablation.md", "name: \"Ablación\"", "name: \"Ablación térmica\"");
        CardCatalogues all = CardCatalogues.read(mounted(), LiverCancerGuideline.recommendations());
        assertEquals(
                "Ablación térmica", all.in(Language.ES).file(CardTopic.ABLATION).name());
        assertEquals("Ablation", all.in(Language.EN).file(CardTopic.ABLATION).name());
    }

    /** Also where nobody asks for it. */
    @Test
    void a_mistake_in_one_language_stops_the_start() throws IOException {
        Files.createDirectory(folder.resolve("es"));
        change("es/ablation.md", "{criteria}", "{criterios}");
        InvalidContentException refused = assertThrows(
                InvalidContentException.class,
                () -> CardCatalogues.read(mounted(), LiverCancerGuideline.recommendations()));
        assertTrue(refused.getMessage().contains("es/ablation.md:20"), refused.getMessage());
    }

    @Test
    void a_source_without_words_in_a_language_is_refused() throws IOException {
        change("sources.yaml", "    es:\n      label: \"National", "    fr:\n      label: \"National");
        InvalidContentException refused = assertThrows(
                InvalidContentException.class,
                () -> CardCatalogues.read(mounted(), LiverCancerGuideline.recommendations()));
        assertTrue(refused.getMessage().contains("NCI has no label and date in translations.es"), refused.getMessage());
    }

    @Test
    void whether_words_are_reviewed_is_said_and_told() throws IOException {
        assertEquals("No clinician has reviewed this content yet. ", review());
        change("en/phrases.yaml", "reviewed: false", "reviewed: true");
        assertEquals("", review());
        change("en/phrases.yaml", "reviewed: false", "reviewed: perhaps");
        assertRefused("reviewed is none of");
        change("en/phrases.yaml", "language: en", "language: es");
        assertRefused("language is none of [en]");
    }

    private String review() {
        return read(mounted()).phrases().review();
    }

    @Test
    void no_card_gives_an_order_a_dose_a_number_to_call_or_a_promise() throws IOException {
        Pattern forbidden = Pattern.compile(
                "(?i)\\b(must|should|shall|order now|perform|does not harm|safe|guarantee|mg/m|\\d+ mg\\b(?!/dL)|tel:)|\\d{3}-\\d{3}-\\d{4}");
        try (Stream<Path> files = Files.list(Path.of("cds-cards/en"))) {
            for (Path file : files.toList()) {
                assertTrue(
                        Files.readAllLines(file).stream()
                                .noneMatch(line -> forbidden.matcher(line).find()),
                        file.toString());
            }
        }
    }

    private void change(String file, String part, String by) throws IOException {
        String text = Files.readString(Path.of("cds-cards").resolve(file));
        assertTrue(text.contains(part), part);
        Files.writeString(folder.resolve(file), text.replace(part, by));
    }

    private ContentFolder mounted() {
        return new ContentFolder("cds-cards", Optional.of(folder));
    }

    private static CardCatalogue read(ContentFolder cards) {
        return CardCatalogue.read(cards, Language.EN, LiverCancerGuideline.recommendations());
    }

    private void assertRefused(String message) {
        InvalidContentException refused = assertThrows(InvalidContentException.class, () -> read(mounted()));
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }
}
