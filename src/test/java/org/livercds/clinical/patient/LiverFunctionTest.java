package org.livercds.clinical.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.patient.ChartBuilder.SCAN;
import static org.livercds.clinical.patient.ChartBuilder.TODAY;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Problem.Kind.HEPATOCELLULAR_CARCINOMA;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Fact.Reason;

class LiverFunctionTest {

    private static final FactKey<?>[] PARTS = {
        FactKey.BILIRUBIN, FactKey.ALBUMIN, FactKey.INR, FactKey.ASCITES, FactKey.ENCEPHALOPATHY
    };

    /** The other parts have so many points that one more, or one less, changes the class. */
    @ParameterizedTest
    @CsvSource({
        "1.9, 1, 2, A",
        "2.0, 1, 2, B",
        "2.0, 1, 1, A",
        "3.0, 1, 1, A",
        "3.1, 1, 1, B",
    })
    void bilirubin_has_two_points_from_two_to_three(
            String bilirubin, int ascites, int encephalopathy, ChildPugh grade) {
        assertEquals(Optional.of(grade), grade(labs(bilirubin, "4", "1", ascites, encephalopathy)));
    }

    @ParameterizedTest
    @CsvSource({
        "3.6, 1, 2, A",
        "3.5, 1, 2, B",
        "3.5, 1, 1, A",
        "2.8, 1, 1, A",
        "2.7, 1, 1, B",
    })
    void albumin_has_two_points_from_three_and_a_half_down_to_two_point_eight(
            String albumin, int ascites, int encephalopathy, ChildPugh grade) {
        assertEquals(Optional.of(grade), grade(labs("1", albumin, "1", ascites, encephalopathy)));
    }

    @ParameterizedTest
    @CsvSource({
        "1.6, 1, 2, A",
        "1.7, 1, 2, B",
        "1.7, 1, 1, A",
        "2.3, 1, 1, A",
        "2.4, 1, 1, B",
    })
    void inr_has_two_points_from_one_point_seven_to_two_point_three(
            String inr, int ascites, int encephalopathy, ChildPugh grade) {
        assertEquals(Optional.of(grade), grade(labs("1", "4", inr, ascites, encephalopathy)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, A", "1, 2, A", "2, 2, B", "3, 3, B"})
    void ascites_and_encephalopathy_bring_their_points(int ascites, int encephalopathy, ChildPugh grade) {
        assertEquals(Optional.of(grade), grade(labs("1", "4", "1", ascites, encephalopathy)));
    }

    @ParameterizedTest
    @CsvSource({"2, 2, B", "3, 2, C", "3, 3, C"})
    void ten_points_are_class_c(int ascites, int encephalopathy, ChildPugh grade) {
        assertEquals(Optional.of(grade), grade(labs("2.5", "3", "1", ascites, encephalopathy)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void with_a_part_missing_the_class_is_unknown(int part) {
        assertEquals(Optional.empty(), grade(labs("1", "4", "1", 1, 1).without(PARTS[part])));
    }

    @Test
    void a_bound_that_leaves_the_points_open_gives_no_class() {
        ChartBuilder chart = labs("1", "4", "1", 1, 1)
                .without(FactKey.BILIRUBIN)
                .reading(FactKey.BILIRUBIN, NumberRange.upTo(new BigDecimal("2.5"), true));
        assertEquals(Optional.empty(), grade(chart));
        ChartBuilder alsoOpen = labs("1", "4", "1", 1, 1)
                .without(FactKey.BILIRUBIN)
                .reading(FactKey.BILIRUBIN, NumberRange.from(new BigDecimal("2.5"), true));
        assertEquals(Optional.empty(), grade(alsoOpen));
    }

    @Test
    void a_bound_that_decides_the_points_is_enough() {
        ChartBuilder chart = labs("1", "4", "1", 1, 1)
                .without(FactKey.BILIRUBIN)
                .reading(FactKey.BILIRUBIN, NumberRange.upTo(new BigDecimal("2"), true));
        assertEquals(Optional.of(ChildPugh.A), grade(chart));
    }

    @Test
    void a_recorded_class_precedes_a_computed_one() {
        assertEquals(Optional.of(ChildPugh.C), grade(labs("1", "4", "1", 1, 1).childPugh(ChildPugh.C)));
    }

    @Test
    void a_recorded_class_out_of_date_leaves_it_to_the_parts() {
        ChartBuilder chart = labs("1", "4", "1", 1, 1).reading(FactKey.CHILD_PUGH, ChildPugh.C, TODAY.minusDays(91));
        assertEquals(Optional.of(ChildPugh.A), grade(chart));
    }

    @Test
    void contradictory_recorded_classes_are_not_passed_over() {
        Fact<ChildPugh> fact = labs("1", "4", "1", 1, 1)
                .childPugh(ChildPugh.A)
                .childPugh(ChildPugh.B)
                .chart()
                .childPugh();
        assertTrue(fact.isUnknownBecause(Reason.CONFLICTING));
    }

    @Test
    void the_computed_class_shows_all_five_parts() {
        assertEquals(5, labs("1", "4", "1", 1, 1).chart().childPugh().evidence().size());
    }

    @ParameterizedTest
    @CsvSource({"5, A", "6, A", "7, B", "9, B", "10, C", "15, C"})
    void a_recorded_score_is_a_class(int score, ChildPugh grade) {
        assertEquals(Optional.of(grade), ChildPugh.ofScore(score));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 16})
    void a_score_outside_five_to_fifteen_is_none(int score) {
        assertEquals(Optional.empty(), ChildPugh.ofScore(score));
    }

    private static Optional<ChildPugh> grade(ChartBuilder chart) {
        return chart.chart().childPugh().value();
    }

    private static ChartBuilder labs(
            String bilirubin, String albumin, String inr, int ascitesPoints, int encephalopathyPoints) {
        return patientWith(HEPATOCELLULAR_CARCINOMA)
                .bilirubin(bilirubin)
                .reading(FactKey.ALBUMIN, NumberRange.exactly(new BigDecimal(albumin)), SCAN)
                .reading(FactKey.INR, NumberRange.exactly(new BigDecimal(inr)), SCAN)
                .reading(FactKey.ASCITES, ascitesPoints)
                .reading(FactKey.ENCEPHALOPATHY, encephalopathyPoints);
    }
}
