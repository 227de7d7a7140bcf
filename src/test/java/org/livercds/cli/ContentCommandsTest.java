package org.livercds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentCommandsTest {

    @TempDir
    Path folder;

    @Test
    void a_folder_that_can_be_used_is_told_so() throws IOException {
        card("en", "ablation", "", "");
        Told told = Told.by("cards", "check", folder.toString());
        assertEquals(0, told.exitCode(), told.out());
        assertEquals(folder + " can be used.\n", told.out());
    }

    @Test
    void every_file_that_cannot_be_used_is_told_with_its_line() throws IOException {
        card("en", "ablation", "\noption:", "\noptions:");
        card("es", "resection", "{finding}", "{findings}");
        Files.writeString(folder.resolve("en/unknown.md"), "");
        Told told = Told.by("cards", "check", folder.toString());
        assertEquals(1, told.exitCode());
        assertTrue(told.out().contains(folder + "/en/ablation.md:4: unknown key options\n"), told.out());
        assertTrue(told.out().contains(folder + "/es/resection.md:6: {findings} is no placeholder\n"), told.out());
        assertTrue(told.out().contains("/en/unknown.md: no such file stands in cds-cards of the service"), told.out());
        assertTrue(told.out().endsWith(folder + " cannot be used: 3 problems.\n"), told.out());
    }

    @Test
    void so_is_every_value_set() throws IOException {
        Path sets = Files.createDirectories(folder.resolve("valuesets"));
        Files.writeString(sets.resolve("ValueSet-liver-lesion-size.json"), "{}");
        Files.writeString(sets.resolve("ValueSet-liver-metastases.json"), "{\"a\": 1,}");
        Told told = Told.by("profiles", "check", folder.toString());
        assertEquals(1, told.exitCode());
        assertTrue(told.out().contains("2 problems."), told.out());
        Files.delete(sets.resolve("ValueSet-liver-lesion-size.json"));
        Files.delete(sets.resolve("ValueSet-liver-metastases.json"));
        assertEquals(0, Told.by("profiles", "check", folder.toString()).exitCode());
        Told nowhere = Told.by("profiles", "check", folder + "/none");
        assertEquals(1, nowhere.exitCode());
        assertTrue(nowhere.out().contains("the mounted folder is not there"), nowhere.out());
    }

    @Test
    void the_preview_shows_the_words_of_the_folder() throws IOException {
        card("en", "ablation", "Percutaneous ablation", "Ablation in our house");
        Told told = Told.by("cards", "preview", folder.toString());
        assertEquals(0, told.exitCode(), told.err());
        assertTrue(told.out().contains("three-metastases-under-3-cm\n"), told.out());
        assertTrue(told.out().contains("Ablation in our house by an interventional radiologist"), told.out());
        assertTrue(told.out().contains("No synthetic patient gets a card that leads with: "), told.out());
        Told spanish = Told.by("cards", "preview", "--language", "es", "--format", "markdown");
        assertTrue(spanish.out().contains("## 3 lesiones hepáticas"), spanish.out());
        assertFalse(spanish.out().contains("Ablation in our house"));
        Told wrong = Told.by("cards", "preview", folder + "/none");
        assertEquals(1, wrong.exitCode());
        assertTrue(wrong.err().contains("the mounted folder is not there"), wrong.err());
    }

    private void card(String language, String topic, String from, String to) throws IOException {
        String text = Files.readString(Path.of("cds-cards", language, topic + ".md"));
        Path file = Files.createDirectories(folder.resolve(language)).resolve(topic + ".md");
        Files.writeString(file, text.replace(from, to));
    }
}
