package org.livercds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.livercds.service.DemoRequests;

class ScreenCommandTest {

    private static final String DAY = "--as-of=2026-11-20";

    @TempDir
    Path folder;

    @BeforeEach
    void export() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String name : DemoRequests.NAMES) {
            JsonNode bundle = new ObjectMapper()
                    .readTree(Path.of("fhir-profiles/examples/Bundle-" + name + ".json")
                            .toFile());
            bundle.path("entry")
                    .forEach(entry -> lines.add(entry.path("resource").toString()));
        }
        lines.add("broken");
        Files.createDirectories(folder.resolve("export"));
        Files.write(folder.resolve("export/all.ndjson"), lines);
    }

    private Told screen(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("screen", folder.resolve("export").toString()));
        arguments.addAll(List.of(more));
        return Told.by(arguments.toArray(String[]::new));
    }

    private String out() {
        return "--out=" + folder.resolve("out");
    }

    @Test
    void it_says_how_many_cards_there_would_be_and_where_the_results_are() throws IOException {
        Told told = screen(out(), DAY, "--threads", "1");
        assertEquals(0, told.exitCode(), told.err());
        assertTrue(told.out().startsWith("13 patients: 12 would get a card, "), told.out());
        assertTrue(told.out().contains("; 1 bad lines, in bad-lines.csv.\n"), told.out());
        assertTrue(told.out().contains("The export has no AllergyIntolerance"), told.out());
        assertTrue(told.out().contains("out/report.html.\n"), told.out());
        assertTrue(told.err().contains(" patients a second."), told.err());
        assertEquals(14, Files.readAllLines(folder.resolve("out/patients.csv")).size());
    }

    @Test
    void results_are_not_overwritten_unless_it_is_said() {
        assertEquals(0, screen(out(), DAY).exitCode());
        Told again = screen(out(), DAY);
        assertEquals(1, again.exitCode());
        assertTrue(
                again.err().contains("are the results of a run already: name another folder with --out"), again.err());
        assertEquals(0, screen(out(), DAY, "--restart").exitCode());
    }

    @Test
    void mistakes_of_its_user_are_told_in_a_sentence() throws IOException {
        assertEquals(2, screen().exitCode());
        assertEquals(2, screen(out(), "--threads=0").exitCode());
        assertEquals(2, screen(out(), "--as-of=yesterday").exitCode());
        Told nowhere = Told.by("screen", folder.resolve("nowhere").toString(), out());
        assertEquals(
                "There is no folder " + folder.resolve("nowhere") + ".",
                nowhere.err().strip());
        assertEquals(1, nowhere.exitCode());
        Told empty =
                Told.by("screen", Files.createDirectory(folder.resolve("empty")).toString(), out());
        assertTrue(empty.err().startsWith("There is no file .ndjson or .ndjson.gz in "), empty.err());
        Files.writeString(folder.resolve("key"), "no digits");
        Told key = screen(out(), "--key-file=" + folder.resolve("key"));
        assertTrue(key.err().contains("openssl rand -hex 32 makes one"), key.err());
        Told unknown = screen(out(), "--covers=Procedures");
        assertEquals(1, unknown.exitCode());
        assertTrue(unknown.err().contains("--covers Procedures"), unknown.err());
        Told file = screen("--out=" + folder.resolve("export/all.ndjson"));
        assertEquals(1, file.exitCode());
        assertTrue(file.err().contains("is a file"), file.err());
    }

    @Test
    void help_has_examples() {
        Told help = Told.by("screen", "--help");
        assertEquals(0, help.exitCode());
        assertTrue(help.out().contains("screen export/ --out screened/"), help.out());
    }
}
