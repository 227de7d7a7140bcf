package org.livercds.cards;

import static java.util.Comparator.comparing;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;

/** Reads back what the cards tell: which statement a line is about, and what it says to it. */
final class Told {

    private static final Map<Statement, String> STATEMENTS = Stream.of(Statement.values())
            .collect(Collectors.toMap(one -> one, one -> phrase("statement." + one.key())));
    private static final Map<String, Truth> SIGNS =
            Map.of("- ✓ ", Truth.MET, "- ✗ ", Truth.NOT_MET, "- ? ", Truth.UNKNOWN);

    private Told() {}

    static String phrase(String key) {
        return Answer.CATALOGUE.phrases().get(key);
    }

    static String orKey(String prefix, String key) {
        return Answer.CATALOGUE.phrases().orKey(prefix, key);
    }

    /** Nothing where the line is none of a list of criteria. */
    static Optional<Answer.Line> of(String line) {
        return SIGNS.entrySet().stream()
                .filter(sign -> line.startsWith(sign.getKey()))
                .findFirst()
                .map(sign ->
                        new Answer.Line(statement(line.substring(sign.getKey().length())), sign.getValue(), line));
    }

    /** The longest that fits: some statements begin with others. */
    private static Statement statement(String words) {
        return STATEMENTS.entrySet().stream()
                .filter(entry -> words.startsWith(entry.getValue()))
                .max(comparing(entry -> entry.getValue().length()))
                .orElseThrow(() -> new AssertionError("no statement: " + words))
                .getKey();
    }

    /** The line of the chart, or nothing. */
    static String chart(Answer.Shown card) {
        return card.lines()
                .filter(line -> line.startsWith("**Chart**"))
                .findFirst()
                .orElse("");
    }
}
