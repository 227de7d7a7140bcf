package org.livercds.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation: its headings, tables, links and blocks. */
record MarkdownPage(Path file, String text) {

    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```([a-z]*)\\n(.*?)^```$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| (.+) \\|$");

    /** A table's row that begins with a word. */
    record Row(String word, List<String> cells) {

        String last() {
            return cells.get(cells.size() - 1);
        }
    }

    /** A fenced block, and in which language it is. */
    record Block(String language, String content) {}

    static MarkdownPage read(String file) {
        try {
            return new MarkdownPage(Path.of(file), Files.readString(Path.of(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The rows from a heading to the next one. */
    List<Row> rows(String heading) {
        int begin = text.indexOf("\n### " + heading + "\n");
        int end = text.indexOf("\n### ", begin + 1);
        String section = begin < 0 ? "" : text.substring(begin, end < 0 ? text.length() : end);
        return ROW.matcher(section)
                .results()
                .map(row -> new Row(row.group(1), List.of(row.group(2).split(" \\| "))))
                .toList();
    }

    List<Block> blocks() {
        return BLOCK.matcher(text)
                .results()
                .map(block -> new Block(block.group(1), block.group(2)))
                .toList();
    }

    /** Links to pages of the project, or places in this one, that are not there. */
    List<String> deadLinks() {
        return links().filter(link -> !link.contains("://") && !isThere(link)).toList();
    }

    Stream<String> links() {
        return LINK.matcher(text).results().map(link -> link.group(1));
    }

    private boolean isThere(String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
        return Files.exists(target)
                && (parts.length == 1 || read(target.toString()).hasAnchor(parts[1]));
    }

    private boolean hasAnchor(String anchor) {
        return HEADING.matcher(text)
                .results()
                .anyMatch(heading -> slug(heading.group(1)).equals(anchor));
    }

    private static String slug(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-');
    }
}
