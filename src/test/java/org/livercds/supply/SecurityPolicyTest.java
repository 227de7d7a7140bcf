package org.livercds.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.conformance.NamedTests;
import org.livercds.supply.SecurityPage.Row;

/** Every threat of SECURITY.md has its tests, or says why it has none. */
class SecurityPolicyTest {

    private static final SecurityPage PAGE = SecurityPage.read();

    /** How many there are of each letter, so that none is dropped unseen. */
    private static final Map<String, Integer> THREATS = Map.of("O", 19, "C", 15, "I", 16, "W", 13, "S", 13, "D", 26);

    /** Features that are not there yet; nothing else may be put off. */
    private static final List<String> FEATURES = List.of();

    @Test
    void no_threat_is_missing() {
        assertEquals(
                Stream.of("O", "C", "I", "W", "S", "D")
                        .flatMap(letter ->
                                IntStream.rangeClosed(1, THREATS.get(letter)).mapToObj(number -> letter + number))
                        .toList(),
                PAGE.rows().stream().map(Row::number).toList());
    }

    @Test
    void every_threat_has_a_test_or_a_reason() {
        PAGE.rows().forEach(row -> assertTrue(row.isAnswered(FEATURES), row::toString));
    }

    @Test
    void every_named_test_exists_and_is_run() {
        assertTrue(PAGE.tests().size() > 100, () -> PAGE.tests().size() + " tests");
        PAGE.tests().forEach(NamedTests::require);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-",
                "tested by hand",
                "`web.RefusalTest.a_test` and by hand",
                "`web.RefusalTest`",
                "later: feedback, perhaps",
                "later: something",
                "first `web.RefusalTest.a_test`, later: feedback",
                "not covered: hard"
            })
    void what_answers_nothing_is_noticed(String how) {
        assertFalse(new Row("X1", "a threat", "a rule", how == null ? " " : how).isAnswered(FEATURES));
    }
}
