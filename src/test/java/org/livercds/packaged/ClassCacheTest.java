package org.livercds.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code .ci/aot-cache}: what it says starts the service, and with classes that were not loaded from the jars. */
@Timeout(180)
class ClassCacheTest {

    @TempDir
    Path folder;

    @Test
    void service_starts_with_its_classes_from_the_cache() throws Exception {
        Path cache = folder.resolve("a cache");
        Path classes = folder.resolve("classes");
        assertEquals(0, make(cache), () -> read("made"));
        String start = read("made").lines().reduce((before, last) -> last).orElseThrow();
        assertEquals("java @" + cache.toRealPath() + ".start", start);

        Files.createDirectories(folder.resolve("config"));
        Instance service = Instance.start(
                folder,
                List.of(
                        "-Xmx256m",
                        "-Xlog:class+load:file=\"" + classes + "\"",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=0",
                        "-Dquarkus.management.host=127.0.0.1",
                        "-Dquarkus.management.port=0",
                        "-Dquarkus.profile=demo",
                        start.substring("java ".length())),
                Map.of());
        try {
            assertTrue(service.isReady());
            assertTrue(service.output().contains("Profile demo activated"), service.output());
        } finally {
            service.kill();
        }
        for (String name : List.of("org.livercds.cli.Main", "org.hl7.fhir.r4.model.Observation")) {
            assertTrue(source(classes, name).startsWith("shared objects file"), source(classes, name));
        }
    }

    private int make(Path cache) throws Exception {
        ProcessBuilder command = new ProcessBuilder(".ci/aot-cache", cache.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("made").toFile());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process making = command.start();
        assertTrue(making.waitFor(120, TimeUnit.SECONDS));
        return making.exitValue();
    }

    private static String source(Path classes, String name) throws Exception {
        return Files.readAllLines(classes).stream()
                .filter(line -> line.contains(" " + name + " source: "))
                .map(line -> line.substring(line.indexOf(" source: ") + " source: ".length()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " was not loaded"));
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
