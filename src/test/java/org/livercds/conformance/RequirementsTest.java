package org.livercds.conformance;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.livercds.conformance.ConformancePage.Row;

/** Every requirement on a CDS service has its tests or says why not, in docs/CONFORMANCE.md. */
class RequirementsTest {

    private static final ConformancePage PAGE = ConformancePage.read();
    private static final Path HERE = Path.of("src/test/java/org/livercds/conformance");

    /** What CDS Hooks says with must or shall, as far as it speaks to services. */
    private static final Set<Integer> MUST = Set.of(
            1, 2, 3, 5, 6, 8, 10, 11, 12, 13, 14, 15, 22, 24, 25, 26, 27, 28, 29, 37, 38, 41, 46, 47, 48, 50, 53, 54,
            55, 56, 57, 58, 59, 60, 61, 63, 64, 66, 68, 72, 73, 79, 80, 81, 82, 84);

    @Test
    void no_requirement_is_missing() {
        assertEquals(
                IntStream.rangeClosed(1, 90).mapToObj(Integer::toString).toList(),
                PAGE.requirements().stream().map(Row::number).toList());
        PAGE.requirements().forEach(row -> assertTrue("MSmc–".contains(row.level()), row::toString));
    }

    @Test
    void the_levels_are_those_of_the_specification() {
        assertEquals(
                MUST,
                PAGE.requirements().stream()
                        .filter(row -> row.level().equals("M"))
                        .map(row -> Integer.valueOf(row.number()))
                        .collect(toSet()));
    }

    @Test
    void every_requirement_has_a_test_or_a_reason() {
        for (Row row : PAGE.requirements()) {
            boolean reason = row.level().equals("c") && row.says("client's duty")
                    || !row.level().equals("M") && row.says("left out on purpose: ")
                    || !row.level().equals("M") && !row.coming().isEmpty()
                    || !row.stated().isEmpty();
            assertTrue(reason || !row.tests().isEmpty(), row::toString);
        }
    }

    @Test
    void every_deviation_of_a_client_has_a_test_that_names_it() {
        assertEquals(
                IntStream.rangeClosed(1, 25).mapToObj(number -> "D" + number).toList(),
                PAGE.deviations().stream().map(Row::number).toList());
        for (Row row : PAGE.deviations()) {
            String prefix = "d%02d_".formatted(Integer.parseInt(row.number().substring(1)));
            assertTrue(row.tests().stream().anyMatch(test -> method(test).startsWith(prefix)), row::toString);
        }
    }

    @Test
    void every_named_test_exists_and_is_run() {
        assertFalse(PAGE.tests().isEmpty());
        PAGE.tests().forEach(NamedTests::require);
    }

    @Test
    void a_test_that_does_not_exist_is_noticed() {
        for (String wrong : List.of(
                "web.RefusalTest.no_such_method",
                "web.NoSuchTest.text_that_is_no_utf_8_is_refused",
                "conformance.RefusedInputTest.assertRefused")) {
            assertThrows(AssertionError.class, () -> NamedTests.require(wrong), wrong);
        }
    }

    /** Once the class is there the page has to name its tests. */
    @Test
    void what_is_coming_is_not_there_yet() {
        Stream.concat(PAGE.requirements().stream(), PAGE.deviations().stream())
                .flatMap(row -> row.coming().stream())
                .forEach(name ->
                        assertFalse(Files.exists(NamedTests.file(name)), () -> name + " is there: name its tests"));
    }

    @Test
    void what_is_stated_stands_on_the_page() {
        Set<String> anchors = PAGE.anchors();
        PAGE.requirements().forEach(row -> assertTrue(anchors.containsAll(row.stated()), row::toString));
    }

    @Test
    void every_test_of_this_package_is_named() throws IOException {
        Set<String> tests = new TreeSet<>();
        try (Stream<Path> files = Files.list(HERE)) {
            files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> name.endsWith("Test")
                            && !Set.of("RequirementsTest", "AnswerRulesTest").contains(name))
                    .forEach(name -> NamedTests.of("conformance." + name)
                            .forEach(test -> tests.add("conformance." + name + "." + test)));
        }
        tests.remove("conformance.AnswerWalkTest.there_is_something_to_walk_over");
        tests.removeAll(PAGE.tests());
        assertEquals(Set.of(), tests);
    }

    private static String method(String test) {
        return test.substring(test.lastIndexOf('.') + 1);
    }
}
