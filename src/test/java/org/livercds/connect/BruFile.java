package org.livercds.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file of the collection for Bruno: named blocks, of which some are lists of pairs and some are text. */
record BruFile(String name, Map<String, String> blocks) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^([a-z:-]+) \\{\\n(.*?)^\\}$");

    static BruFile read(Path file) {
        try {
            return new BruFile(file.getFileName().toString(), blocks(Files.readString(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> blocks(String text) {
        return BLOCK.matcher(text)
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1), found -> found.group(2).stripIndent()));
    }

    /** In the order in which they stand. */
    Map<String, String> pairs(String block) {
        Map<String, String> pairs = new LinkedHashMap<>();
        blocks.getOrDefault(block, "")
                .lines()
                .map(line -> line.split(": ?", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> pairs.put(pair[0].strip(), pair[1].strip()));
        return pairs;
    }

    int place() {
        return Integer.parseInt(pairs("meta").get("seq"));
    }

    String method() {
        return Stream.of("get", "post", "options")
                .filter(blocks::containsKey)
                .findFirst()
                .orElseThrow()
                .toUpperCase(Locale.ROOT);
    }

    String url() {
        return pairs(method().toLowerCase(Locale.ROOT)).get("url");
    }

    /** Of which kind it is, as in {@code json}; empty where nothing is sent. */
    Optional<String> bodyKind() {
        return Optional.of(pairs(method().toLowerCase(Locale.ROOT)).get("body")).filter(kind -> !kind.equals("none"));
    }

    String body() {
        return bodyKind().map(kind -> blocks.get("body:" + kind)).orElse("");
    }

    /** For the names of tests. */
    @Override
    public String toString() {
        return name;
    }
}
