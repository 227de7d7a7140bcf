package org.livercds.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** docs/SAFETY.md: its sections, its hazard log and the matrix of risk. */
record SafetyPage(String text) {

    private static final Pattern HEADING = Pattern.compile("(?m)^## (.+)$");
    private static final Pattern HAZARD = Pattern.compile("(?m)^\\| (H\\d+) \\|(.*)\\|$");
    private static final List<String> SEVERITIES =
            List.of("minor", "significant", "considerable", "major", "catastrophic");
    private static final Pattern LIKELIHOOD =
            Pattern.compile("(?m)^\\| (very high|high|medium|low|very low) \\|((?: \\d \\|){5})$");
    private static final int COLUMNS = 5;

    static SafetyPage read() {
        try {
            return new SafetyPage(Files.readString(Path.of("docs/SAFETY.md")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<String> sections() {
        return HEADING.matcher(text).results().map(heading -> heading.group(1)).toList();
    }

    /** What stands below a heading, up to the next one. */
    String section(String heading) {
        int begin = text.indexOf("\n## " + heading + "\n");
        int end = text.indexOf("\n## ", begin + 1);
        return begin < 0 ? "" : text.substring(begin, end < 0 ? text.length() : end);
    }

    List<Hazard> hazards() {
        return HAZARD.matcher(text)
                .results()
                .map(row -> hazard(row.group(1), row.group(2)))
                .toList();
    }

    private static Hazard hazard(String number, String row) {
        List<String> cells = Stream.of(row.split("\\|")).map(String::strip).toList();
        if (cells.size() != COLUMNS) {
            throw new AssertionError(number + " has " + cells.size() + " cells behind its number");
        }
        return new Hazard(number, cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
    }

    /** The risk by likelihood and severity. */
    Map<String, Integer> matrix() {
        Map<String, Integer> matrix = new HashMap<>();
        LIKELIHOOD.matcher(text).results().forEach(row -> {
            String[] risks = row.group(2).strip().split("[ |]+");
            for (int i = 0; i < risks.length; i++) {
                matrix.put(SEVERITIES.get(i) + ", " + row.group(1), Integer.parseInt(risks[i]));
            }
        });
        return matrix;
    }
}
