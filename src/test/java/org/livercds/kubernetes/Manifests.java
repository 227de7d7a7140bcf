package org.livercds.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The objects of {@code k8s}: as they stand in the files, and as {@code kubectl} puts them together. */
final class Manifests {

    static final Path FOLDER = Path.of("k8s");
    static final List<String> OVERLAYS = List.of("dev", "prod", "prod-postgres");

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Map<String, List<JsonNode>> READ = new ConcurrentHashMap<>();

    private Manifests() {}

    /** Every YAML file but the kustomizations. */
    static List<Path> files() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("kustomization.yaml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<JsonNode> read(Path file) {
        try {
            return documents(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
    }

    static boolean hasKubectl() {
        return has("kubectl");
    }

    static boolean has(String command) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    static List<JsonNode> overlay(String name) {
        return READ.computeIfAbsent(
                name, overlay -> rendered(FOLDER.resolve("overlays").resolve(overlay)));
    }

    /** What {@code kubectl apply -k} would send. */
    static List<JsonNode> rendered(Path kustomization) {
        try {
            Path said = Files.createTempFile("kubectl", ".txt");
            Process kubectl = new ProcessBuilder("kubectl", "kustomize", kustomization.toString())
                    .redirectError(said.toFile())
                    .start();
            String objects = new String(kubectl.getInputStream().readAllBytes(), UTF_8);
            assertTrue(kubectl.waitFor(30, TimeUnit.SECONDS));
            assertEquals(0, kubectl.exitValue(), Files.readString(said));
            Files.delete(said);
            return documents(objects);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    static JsonNode one(List<JsonNode> objects, String kind, String name) {
        List<JsonNode> found = ofKind(objects, kind)
                .filter(object -> object.at("/metadata/name").asText().equals(name))
                .toList();
        assertEquals(1, found.size(), kind + " " + name);
        return found.get(0);
    }

    static Stream<JsonNode> ofKind(List<JsonNode> objects, String kind) {
        return objects.stream().filter(object -> object.path("kind").asText().equals(kind));
    }

    private static List<JsonNode> documents(String yaml) throws IOException {
        try (MappingIterator<JsonNode> objects = YAML.readerFor(JsonNode.class).readValues(yaml)) {
            return objects.readAll();
        }
    }
}
