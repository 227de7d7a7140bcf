package org.livercds.clinical.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Judgement.NO;
import static org.livercds.clinical.patient.Judgement.YES;
import static org.livercds.clinical.patient.Problem.Kind.EXTRAHEPATIC_METASTASES;
import static org.livercds.clinical.patient.Problem.Kind.HEPATOCELLULAR_CARCINOMA;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_METASTASES;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.livercds.clinical.Fact;

class ConflictsTest {

    @Test
    void a_chart_without_contradiction_has_no_conflict() {
        assertEquals(
                List.of(), hcc().lesion("a", mm("20")).extrahepatic(NO).chart().conflicts());
    }

    @Test
    void both_kinds_of_liver_cancer_are_a_conflict() {
        assertEquals(2, hcc().with(LIVER_METASTASES).chart().conflicts().size());
    }

    @Test
    void contradictory_spread_is_a_conflict() {
        assertEquals(
                2,
                hcc().with(EXTRAHEPATIC_METASTASES)
                        .extrahepatic(NO)
                        .chart()
                        .conflicts()
                        .size());
    }

    @Test
    void a_measurement_that_is_in_two_conflicts_is_shown_once() {
        MeasurementBuilder implausible =
                MeasurementBuilder.of(LesionKey.identified("a")).implausible();
        ChartBuilder chart = hcc().lesion("a", mm("20")).lesion("a", mm("40")).measured(implausible);
        assertEquals(3, chart.chart().conflicts().size());
    }

    static Stream<FactKey<Judgement>> judgements() {
        return Stream.of(
                FactKey.RESECTABLE, FactKey.FIT, FactKey.ABLATION_FEASIBLE, FactKey.REFRACTORY, FactKey.PREGNANT);
    }

    @ParameterizedTest
    @MethodSource("judgements")
    void two_different_judgements_of_one_day_are_a_conflict(FactKey<Judgement> key) {
        assertEquals(
                2, hcc().reading(key, YES).reading(key, NO).chart().conflicts().size());
    }

    static Stream<FactKey<NumberRange>> labs() {
        return Stream.of(FactKey.BILIRUBIN, FactKey.ALBUMIN, FactKey.INR);
    }

    @ParameterizedTest
    @MethodSource("labs")
    void two_different_results_of_one_day_are_a_conflict(FactKey<NumberRange> key) {
        NumberRange one = NumberRange.exactly(BigDecimal.ONE);
        NumberRange ten = NumberRange.exactly(BigDecimal.TEN);
        assertEquals(
                2, hcc().reading(key, one).reading(key, ten).chart().conflicts().size());
    }

    static Stream<FactKey<Integer>> grades() {
        return Stream.of(FactKey.ASCITES, FactKey.ENCEPHALOPATHY, FactKey.ECOG, FactKey.KARNOFSKY);
    }

    @ParameterizedTest
    @MethodSource("grades")
    void two_different_grades_of_one_day_are_a_conflict(FactKey<Integer> key) {
        assertEquals(
                2, hcc().reading(key, 1).reading(key, 2).chart().conflicts().size());
    }

    @Test
    void two_words_about_duct_or_vessel_are_a_conflict_that_no_single_lesion_settles() {
        ChartBuilder chart = hcc().reading(FactKey.NEAR_DUCT_OR_VESSEL, YES)
                .reading(FactKey.NEAR_DUCT_OR_VESSEL, NO)
                .reading(FactKey.LESION_NEAR_DUCT_OR_VESSEL, YES);
        assertEquals(2, chart.chart().conflicts().size());
        assertTrue(chart.chart().nearDuctOrVessel().isUnknownBecause(Fact.Reason.CONFLICTING));
    }

    @Test
    void two_ways_of_detection_of_one_day_are_a_conflict() {
        assertEquals(
                2,
                hcc().found(Detection.SCREENING)
                        .found(Detection.INCIDENTAL)
                        .chart()
                        .conflicts()
                        .size());
    }

    @Test
    void two_child_pugh_classes_of_one_day_are_a_conflict() {
        assertEquals(
                2,
                hcc().childPugh(ChildPugh.A)
                        .childPugh(ChildPugh.B)
                        .chart()
                        .conflicts()
                        .size());
    }

    private static ChartBuilder hcc() {
        return patientWith(HEPATOCELLULAR_CARCINOMA);
    }
}
