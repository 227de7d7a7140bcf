package org.livercds.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.livercds.cli.selfcheck.SampleService;

/** The commands as they are typed. */
@Timeout(60)
class CommandsJarTest {

    private static final Path JAR =
            Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void help_comes_without_a_server() throws Exception {
        assertEquals(0, run("selfcheck", "--help"));
        assertTrue(said("out").startsWith("Usage: liver-cds selfcheck"), said("out"));
        assertEquals("", said("errors"));
    }

    @Test
    void a_good_service_passes_and_a_bad_one_does_not() throws Exception {
        try (SampleService good = SampleService.good();
                SampleService bad = SampleService.bad()) {
            assertEquals(0, run("selfcheck", good.address().toString(), "--calls", "2"), said("out"));
            assertTrue(said("out").contains("broken: 0 SHALL"), said("out"));
            assertEquals("", said("errors"));
            assertEquals(1, run("selfcheck", bad.address().toString(), "--calls", "2", "--format", "junit"));
            assertTrue(said("out").contains("<failure type=\"SHALL\" message=\"A `summary` has fewer"), said("out"));
        }
    }

    @Test
    void what_cannot_be_done_is_one_sentence() throws Exception {
        assertEquals(1, run("selfcheck", "http://localhost:1"));
        assertTrue(said("errors").startsWith("Nobody answers at http://localhost:1: "), said("errors"));
        assertEquals(1, said("errors").lines().count());
        assertEquals(2, run("selfcheck"));
    }

    @Test
    void charts_are_evaluated() throws Exception {
        String request = Path.of("docs", "requests", "three-metastases-under-3-cm.json")
                .toAbsolutePath()
                .toString();
        assertEquals(0, run("evaluate", request, "--as-of", "2026-11-20"), said("errors"));
        assertTrue(said("out").contains("meets the ablation criterion"), said("out"));
        assertEquals("", said("errors"));
        assertEquals(2, run("evaluate", "nowhere.json"));
        assertTrue(said("errors").startsWith("There is no file or folder nowhere.json."), said("errors"));
    }

    @Test
    void a_token_that_was_made_is_let_in_and_at_another_address_refused() throws Exception {
        String address = "https://cds.example.org/cds-services";
        assertEquals(
                0,
                run("jwt", "make", "--key", "key", "--jwks", "jwks", "--issuer", "https://ehr", "--audience", address),
                said("errors"));
        String token = said("out").strip();
        String[] check = {"jwt", "check", token, "--issuer", "https://ehr", "--jwks", "jwks", "--url", address};
        assertEquals(0, run(check), said("out") + said("errors"));
        check[8] = address + "/liver-cancer-patient-view";
        assertEquals(1, run(check));
        assertTrue(said("out").contains("AUDIENCE: aud is not the address"), said("out"));
    }

    @Test
    void folders_of_content_are_checked_and_shown() throws Exception {
        Files.createDirectories(folder.resolve("cards/en"));
        Files.writeString(folder.resolve("cards/en/ablation.md"), "no front matter");
        assertEquals(1, run("cards", "check", "cards"), said("errors"));
        assertTrue(said("out").startsWith("cards/en/ablation.md:1: no front matter between"), said("out"));
        assertEquals(0, run("cards", "preview"), said("errors"));
        assertTrue(said("out").contains("meets the ablation criterion"), said("out"));
        Files.createDirectories(folder.resolve("profiles"));
        assertEquals(0, run("profiles", "check", "profiles"), said("errors"));
    }

    private int run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        try {
            assertTrue(process.waitFor(50, TimeUnit.SECONDS), "it has not ended");
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private String said(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }
}
