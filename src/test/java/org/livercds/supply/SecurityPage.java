package org.livercds.supply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.livercds.conformance.NamedTests;

/** The table of threats of SECURITY.md. */
record SecurityPage(String text) {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Z]\\d+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Pattern PUT_OFF = Pattern.compile("later: ([a-z ]+)");
    private static final Pattern NOT_COVERED = Pattern.compile("not covered: \\S.{20,}");

    static SecurityPage read() {
        try {
            return new SecurityPage(Files.readString(Path.of("SECURITY.md")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One threat, what the service does about it, and the tests of that or why there is none. */
    record Row(String number, String threat, String rule, String how) {

        /** Nothing but names of tests, a feature that comes later, or a reason. */
        boolean isAnswered(List<String> features) {
            MatchResult later = PUT_OFF.matcher(how).results().findFirst().orElse(null);
            boolean putOff = how.startsWith("later: ") && later != null && features.contains(later.group(1));
            return NamedTests.fill(how)
                    || putOff && later.end() == how.length()
                    || NOT_COVERED.matcher(how).matches();
        }
    }

    List<Row> rows() {
        return ROW.matcher(text)
                .results()
                .map(row -> new Row(row.group(1), row.group(2), row.group(3), row.group(4)))
                .toList();
    }

    /** Those outside the table, too. */
    List<String> tests() {
        return NamedTests.in(text);
    }
}
