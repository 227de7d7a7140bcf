package org.livercds.language;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.livercds.hooks.Language;

/** The texts that people read, as they stand in the files, by file and key. Folders are walked; no file is listed. */
final class Texts {

    static final Path CARDS = Path.of("cds-cards");
    static final Path RESOURCES = Path.of("src/main/resources");

    private static final YAMLMapper YAML = new YAMLMapper();

    private Texts() {}

    /** Of the cards in one language: phrases and front matter by key, each paragraph of a body by its number. */
    static Map<String, String> ofCards(Language language) {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files(CARDS.resolve(language.code()))) {
            String name = file.getFileName().toString();
            String[] parts =
                    name.endsWith(".md") ? read(file).split("(?m)^---\n", 3) : new String[] {"", read(file), ""};
            collect(name, yaml(parts[1]), texts);
            String[] paragraphs = parts[2].strip().split("\n\n");
            for (int i = 0; i < paragraphs.length; i++) {
                texts.put(name + " paragraph " + (i + 1), paragraphs[i]);
            }
        }
        return texts;
    }

    /** Labels and dates of the sources in one language. */
    static List<String> ofSources(Language language) {
        return yaml(read(CARDS.resolve("sources.yaml"))).properties().stream()
                .map(Map.Entry::getValue)
                .map(source -> language == Language.EN
                        ? source
                        : source.path("translations").path(language.code()))
                .flatMap(source -> Stream.of(
                        source.path("label").asText(), source.path("date").asText()))
                .toList();
    }

    /** Of the files {@code <name>_<language>.properties}, by name and key. */
    static Map<String, String> ofProperties(Language language) {
        String ending = "_" + language.code() + ".properties";
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files(RESOURCES)) {
            String name = RESOURCES.relativize(file).toString();
            if (name.endsWith(ending)) {
                properties(file)
                        .forEach((key, text) -> texts.put(
                                name.substring(0, name.length() - ending.length()) + " " + key, (String) text));
            }
        }
        return texts;
    }

    static Map<String, String> all(Language language) {
        return Stream.of(ofCards(language), ofProperties(language))
                .flatMap(texts -> texts.entrySet().stream())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Properties properties(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }

    private static JsonNode yaml(String text) {
        try {
            return YAML.readTree(text);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        node.properties().forEach(entry -> {
            String key = path + " " + entry.getKey();
            if (entry.getValue().isObject()) {
                collect(key, entry.getValue(), texts);
            } else {
                JsonNode value = entry.getValue();
                texts.put(key, value.isArray() ? value.toString() : value.asText());
            }
        });
    }
}
