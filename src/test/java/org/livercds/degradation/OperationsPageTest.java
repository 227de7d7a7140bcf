package org.livercds.degradation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.conformance.NamedTests;

/** Every row of the tables of docs/OPERATIONS.md is proved by a test. */
class OperationsPageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Z])(\\d+) \\|(.*)\\|$");
    private static final Pattern TEST = Pattern.compile("`((?:[a-z]+\\.)+[A-Z]\\w+\\.[a-z]\\w+)`");
    private static final String PAGE = page();

    /** How many there are of each letter, so that none is dropped unseen. */
    private static final Map<String, Integer> ROWS = Map.of("F", 10, "K", 6, "P", 8, "D", 7, "C", 7, "X", 10, "S", 6);

    private record Row(String number, String text) {

        private String last() {
            return text.substring(text.lastIndexOf(" | ") + 1);
        }

        /** Names of tests and nothing else. */
        private boolean isProved() {
            return TEST.matcher(last()).find()
                    && TEST.matcher(last()).replaceAll("").matches("[ |]*");
        }
    }

    @Test
    void no_row_is_missing() {
        assertEquals(
                Stream.of("F", "K", "P", "D", "C", "X", "S")
                        .flatMap(letter ->
                                IntStream.rangeClosed(1, ROWS.get(letter)).mapToObj(number -> letter + number))
                        .toList(),
                rows(PAGE).stream().map(Row::number).toList());
    }

    @Test
    void every_row_has_a_test() {
        rows(PAGE).forEach(row -> assertTrue(row.isProved(), row::toString));
    }

    @Test
    void every_named_test_exists_and_is_run() {
        assertTrue(tests().size() > 50, () -> tests().size() + " tests");
        tests().forEach(NamedTests::require);
    }

    @Test
    void every_test_of_the_running_service_stands_on_the_page() {
        Set<String> missing = new TreeSet<>();
        for (var method : DegradationTest.class.getDeclaredMethods()) {
            if (method.isAnnotationPresent(Test.class)) {
                missing.add("degradation.DegradationTest." + method.getName());
            }
        }
        missing.removeAll(tests());
        assertEquals(Set.of(), missing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| F1 | a | b |  |",
                "| F1 | a | b | tested by hand |",
                "| F1 | a | `web.RefusalTest.a_test` | – |",
                "| F1 | a | b | `web.RefusalTest` |",
                "| F1 | a | b | `web.RefusalTest.a_test` and by hand |"
            })
    void a_row_without_one_is_noticed(String row) {
        assertFalse(rows(row).get(0).isProved());
    }

    private static List<Row> rows(String page) {
        return ROW.matcher(page)
                .results()
                .map(row -> new Row(row.group(1) + row.group(2), row.group(3)))
                .toList();
    }

    private static List<String> tests() {
        return TEST.matcher(PAGE)
                .results()
                .map((MatchResult test) -> test.group(1))
                .toList();
    }

    private static String page() {
        try {
            return Files.readString(Path.of("docs/OPERATIONS.md"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
