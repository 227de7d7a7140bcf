package org.livercds.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of docs/CONFORMANCE.md. */
record ConformancePage(String text) {

    private static final Pattern REQUIREMENT = Pattern.compile("\\| (\\d+) \\| (.) \\| (.+) \\| (.+) \\|");
    private static final Pattern DEVIATION = Pattern.compile("\\| (D\\d+) \\| (.+) \\| (.+) \\|");
    private static final Pattern TEST = Pattern.compile("`((?:[a-z]+\\.)+[A-Z]\\w+\\.[a-z]\\w+)`");
    private static final Pattern COMING = Pattern.compile("coming: `((?:[a-z]+\\.)+[A-Z]\\w+)`");
    private static final Pattern STATED = Pattern.compile("stated: \\[[^]]+]\\(#([a-z-]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    static ConformancePage read() {
        try {
            return new ConformancePage(Files.readString(Path.of("docs/CONFORMANCE.md")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One requirement, or one deviation, which has no level. */
    record Row(String number, String level, String how) {

        List<String> tests() {
            return found(TEST, how);
        }

        /** Classes that are announced and not there yet. */
        List<String> coming() {
            return found(COMING, how);
        }

        /** Headings under which the page says it. */
        List<String> stated() {
            return found(STATED, how);
        }

        boolean says(String reason) {
            return how.startsWith(reason);
        }
    }

    List<Row> requirements() {
        return rows(REQUIREMENT)
                .map(row -> new Row(row.group(1), row.group(2), row.group(4)))
                .toList();
    }

    List<Row> deviations() {
        return rows(DEVIATION)
                .map(row -> new Row(row.group(1), "", row.group(3)))
                .toList();
    }

    List<String> tests() {
        return found(TEST, text);
    }

    Set<String> anchors() {
        return found(HEADING, text).stream()
                .map(heading -> heading.toLowerCase().replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private Stream<MatchResult> rows(Pattern pattern) {
        return text.lines().flatMap(line -> pattern.matcher(line).results());
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
