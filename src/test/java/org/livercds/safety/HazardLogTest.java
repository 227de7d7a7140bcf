package org.livercds.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.conformance.NamedTests;

/** Each hazard has a control that is there and a test that proves it, and its rating is that of the matrix. */
class HazardLogTest {

    private static final SafetyPage PAGE = SafetyPage.read();
    private static final List<Hazard> LOG = PAGE.hazards();

    /** Counted, so that none is dropped unseen. */
    private static final int HAZARDS = 46;

    @Test
    void no_hazard_is_missing() {
        assertEquals(
                IntStream.rangeClosed(1, HAZARDS)
                        .mapToObj(number -> "H" + number)
                        .toList(),
                LOG.stream().map(Hazard::number).toList());
    }

    @Test
    void each_says_what_goes_wrong_and_why_whom_it_harms_and_whose_the_rest_is() {
        LOG.forEach(hazard -> assertTrue(hazard.isTold(), hazard::wrong));
        LOG.forEach(hazard -> assertTrue(hazard.isHandedOver(), () -> hazard.number() + " " + hazard.after()));
    }

    @Test
    void each_names_a_control_and_all_that_it_names_is_there() {
        LOG.forEach(hazard -> assertFalse(hazard.named().isEmpty(), hazard::number));
        LOG.forEach(hazard -> assertEquals(List.of(), hazard.missing(), hazard::number));
    }

    @Test
    void each_has_a_test_that_exists_and_is_run() {
        LOG.forEach(hazard -> assertTrue(NamedTests.fill(hazard.tests()), () -> hazard.number() + hazard.tests()));
        LOG.forEach(hazard -> NamedTests.in(hazard.tests()).forEach(NamedTests::require));
    }

    @Test
    void every_other_test_that_the_page_names_exists_too() {
        NamedTests.in(PAGE.text()).forEach(NamedTests::require);
    }

    @Test
    void each_rating_is_that_of_the_matrix_and_no_control_makes_it_worse() {
        Map<String, Integer> matrix = PAGE.matrix();
        assertEquals(25, matrix.size());
        for (Hazard hazard : LOG) {
            for (Rating rating : List.of(hazard.rated(), hazard.left())) {
                assertEquals(matrix.get(rating.severity() + ", " + rating.likelihood()), rating.risk(), hazard::number);
            }
            assertTrue(hazard.left().risk() <= hazard.rated().risk(), hazard::number);
            assertTrue(hazard.left().risk() < 4, () -> hazard.number() + " is not acceptable");
        }
    }

    /** What is left undesirable is named once more where a committee looks for it. */
    @Test
    void what_is_left_with_a_3_is_listed() {
        List<String> left = LOG.stream()
                .filter(hazard -> hazard.left().risk() == 3)
                .map(Hazard::number)
                .toList();
        assertFalse(left.isEmpty());
        assertTrue(PAGE.text().contains("**Left with a 3**: " + String.join(", ", left) + "."), left::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`web.RefusalTest.no_such_test`",
                "`web.NoSuchTest.a_test`",
                "`fhir.SubjectGuard.judge`",
                "`fhir.Fhir.lesion`"
            })
    void a_test_that_does_not_exist_is_noticed(String named) {
        assertThrows(AssertionError.class, () -> NamedTests.in(named).forEach(NamedTests::require));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "by hand", "`web.RefusalTest`", "`web.RefusalTest.a_test` and by hand"})
    void what_is_no_test_is_noticed(String cell) {
        assertFalse(NamedTests.fill(cell));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`fhir.NoSuchReader` reads it",
                "`livercds.no-such-setting` bounds it",
                "`docs/NOWHERE.md` says it",
                "`fhir.SubjectGuard` and `SubjectGuard`",
                "`conditional`"
            })
    void a_control_that_is_not_there_is_noticed(String control) {
        assertFalse(new Hazard("H0", "", "", control, "", "").missing().isEmpty());
    }

    @Test
    void a_row_that_lacks_a_part_is_noticed() {
        String row = "| H1 | wrong | minor, low (1) | control | test |\n";
        assertThrows(AssertionError.class, () -> new SafetyPage(row).hazards());
        assertFalse(hazard("**Another patient** Harm: a wrong treatment", "minor, low (1). Site: it trains its people")
                .isTold());
        assertFalse(hazard("**x**", "minor, low (1). It is left").isHandedOver());
        assertThrows(AssertionError.class, () -> hazard("**x**", "low").left());
    }

    private static Hazard hazard(String wrong, String after) {
        return new Hazard("H0", wrong, "minor, low (1)", "control", "test", after);
    }
}
