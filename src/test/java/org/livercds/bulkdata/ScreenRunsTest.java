package org.livercds.bulkdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.livercds.load.Median;
import org.livercds.load.Options;

/** How a silent run is started, killed and measured, tried with a shell script in the place of the JVM. */
@EnabledOnOs(OS.LINUX)
class ScreenRunsTest {

    @TempDir
    Path folder;

    @Test
    void the_command_gets_what_was_asked_for() throws Exception {
        screen("echo \"$@\" > " + folder.resolve("arguments")).finish(folder.resolve("out"), 2);
        assertEquals(
                "-Xmx64m -XX:+UseParallelGC -XX:-TieredCompilation -XX:+ExitOnOutOfMemoryError -jar some.jar screen %s --out %s --threads 2 --as-of 2026-11-21 --key-file %s"
                        .formatted(folder.resolve("export"), folder.resolve("out"), folder.resolve("key")),
                Files.readString(folder.resolve("arguments")).strip());
    }

    @Test
    void a_run_that_is_not_good_is_told() throws IOException {
        ScreenProcess bad = screen("exit 1");
        assertThrows(IllegalStateException.class, () -> bad.finish(folder.resolve("out"), 1));
    }

    @Test
    void a_run_is_killed_when_its_time_has_come() throws Exception {
        ScreenProcess.Ended killed = screen("exec sleep 60").run(folder.resolve("out"), 1, 0.3);
        assertEquals(Optional.empty(), killed.exit());
        assertTrue(killed.seconds() < 30, killed.toString());
        assertTrue(killed.peak() > 0, killed.toString());
    }

    @Test
    void a_run_that_ends_before_is_not_killed() throws Exception {
        assertEquals(
                Optional.of(0),
                screen("exit 0").run(folder.resolve("out"), 1, 60).exit());
    }

    @Test
    void files_that_differ_are_told() throws IOException {
        results("one", "1");
        results("two", "1");
        results("three", "2");
        assertTrue(SameRuns.same(folder.resolve("one"), folder.resolve("two"), "test"));
        assertFalse(SameRuns.same(folder.resolve("one"), folder.resolve("three"), "test"));
    }

    @Test
    void the_median_is_the_middle() {
        assertEquals(2, Median.of(List.of(9, 1, 2), Integer::doubleValue));
        assertEquals(1.5, Median.of(List.of(2, 1), Integer::doubleValue));
    }

    private void results(String name, String reported) throws IOException {
        Path out = Files.createDirectory(folder.resolve(name));
        Files.writeString(out.resolve("patients.csv"), "id\n");
        Files.writeString(out.resolve("bad-lines.csv"), "file\n");
        Files.writeString(out.resolve("report.html"), reported);
    }

    private ScreenProcess screen(String script) throws IOException {
        Path java = Files.writeString(folder.resolve("java"), "#!/bin/sh\n" + script + "\n");
        assertTrue(java.toFile().setExecutable(true));
        Options options =
                Options.of(ScreenRuns.OPTIONS, "java=" + java, "heap=64m", "jar=some.jar", "as-of=2026-11-21");
        return new ScreenProcess(options, folder.resolve("export"), folder.resolve("key"));
    }
}
