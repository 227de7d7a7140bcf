package org.livercds.cards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.InvalidContentException;
import org.livercds.hooks.Language;
import org.livercds.hooks.SourceAttributes.Attribute;

class SourceAttributeFileTest {

    private static final String FILE = "source-attributes.yaml";
    private static final ContentFolder JAR = ContentFolder.inJar("cds-cards");

    @TempDir
    Path mounted;

    @ParameterizedTest
    @ValueSource(strings = {"patient-view", "order-select", "order-sign"})
    void each_service_has_the_thirteen_in_their_order(String hook) {
        List<Attribute> attributes = SourceAttributeFile.read(JAR).of(hook, "1.2.3");
        assertEquals(
                List.of(
                        "bibliographicCitation",
                        "developer",
                        "fundingSource",
                        "releaseAndRevisionDates",
                        "useOfRace",
                        "useOfEthnicity",
                        "useOfLanguage",
                        "useOfSexualOrientation",
                        "useOfGenderIdentity",
                        "useOfSex",
                        "useOfDateOfBirth",
                        "useOfSocialDeterminantsOfHealth",
                        "useOfHealthStatusAssessments"),
                attributes.stream().map(Attribute::key).toList());
        assertEquals(
                IntStream.rangeClosed(1, 13).boxed().toList(),
                attributes.stream().map(Attribute::number).toList());
        for (Attribute attribute : attributes) {
            assertFalse(attribute.title().isBlank() || attribute.how().isBlank(), attribute.key());
            assertFalse(attribute.value().isBlank() || attribute.value().contains("{"), attribute.value());
            assertTrue(attribute.number() < 5 || List.of("used", "not used").contains(attribute.value()));
        }
    }

    @Test
    void citations_and_dates_are_those_of_the_sources() {
        List<Attribute> attributes = SourceAttributeFile.read(JAR).of("order-sign", "1.2.3");
        List<SourceDocument> documents = CardCatalogue.read(JAR, Language.EN, LiverCancerGuideline.recommendations())
                .documents();
        assertEquals(3, documents.size());
        for (SourceDocument document : documents) {
            String citation = document.label() + ", " + document.date() + ", " + document.url();
            assertTrue(attributes.get(0).value().contains(citation), citation);
            assertTrue(attributes.get(3).value().contains(document.id() + " " + document.date()), document.date());
        }
        assertTrue(attributes.get(3).value().contains("content 1.2.3,"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "useOfRace:        | useOfRaces:    | useOfRace is missing",
                "useOfRace:        | other: {title: a, value: b, how: c}\\nuseOfRace: | other is no source attribute",
                "value: \"not used\" | value: \"no\"  | useOfRace is neither used nor not used",
                "patient-view:     | patient-views: | useOfSex names patient-views, which is no hook of the service",
                "{msk};            | {mks};         | {mks} is no placeholder of bibliographicCitation",
                "how: \"Nothing     | hows: \"Nothing | Missing required creator property 'how'",
                "value: \"Not stated: the project names no funding source\" | value: \" \" | fundingSource has no words",
            })
    void what_cannot_be_used_is_refused(String words, String instead, String why) throws IOException {
        String text = JAR.read(FILE);
        assertTrue(text.contains(words), words);
        int at = text.indexOf(words, text.indexOf("bibliographicCitation:"));
        Files.writeString(
                mounted.resolve(FILE),
                text.substring(0, at) + instead.replace("\\n", "\n") + text.substring(at + words.length()));
        ContentFolder folder = new ContentFolder("cds-cards", Optional.of(mounted));
        String message = assertThrows(InvalidContentException.class, () -> SourceAttributeFile.read(folder))
                .getMessage();
        assertTrue(message.contains(FILE) && message.contains(why), message);
    }
}
