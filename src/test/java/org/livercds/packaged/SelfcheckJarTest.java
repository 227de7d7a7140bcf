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

/** The command as it is typed. */
@Timeout(60)
class SelfcheckJarTest {

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
