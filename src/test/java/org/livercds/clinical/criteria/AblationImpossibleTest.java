package org.livercds.clinical.criteria;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.livercds.clinical.Truth.MET;
import static org.livercds.clinical.Truth.NOT_MET;
import static org.livercds.clinical.Truth.UNKNOWN;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Judgement.NO;
import static org.livercds.clinical.patient.Judgement.YES;
import static org.livercds.clinical.patient.Problem.Kind.HEPATOCELLULAR_CARCINOMA;

import org.junit.jupiter.api.Test;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.ChartBuilder;

class AblationImpossibleTest {

    @Test
    void tumours_within_size_and_count_can_be_ablated() {
        assertEquals(NOT_MET, impossible(hcc("29.9")));
        assertEquals(NOT_MET, impossible(hcc("29.9").ablationFeasible(YES)));
    }

    @Test
    void too_large_or_too_many_cannot() {
        assertEquals(MET, impossible(hcc("30.1")));
        assertEquals(MET, impossible(hcc("20").count(4)));
        assertEquals(MET, impossible(hcc("40").ablationFeasible(YES)));
    }

    @Test
    void the_judgement_that_it_is_not_feasible_stands_whatever_the_size() {
        assertEquals(MET, impossible(hcc("20").ablationFeasible(NO)));
        assertEquals(MET, impossible(hcc("30").ablationFeasible(NO)));
        assertEquals(MET, impossible(patientWith(HEPATOCELLULAR_CARCINOMA).ablationFeasible(NO)));
    }

    @Test
    void exactly_three_centimetres_are_unknown() {
        assertEquals(UNKNOWN, impossible(hcc("30.0")));
        assertEquals(UNKNOWN, impossible(hcc("30.0").lesion("b", mm("10"))));
    }

    @Test
    void exactly_three_centimetres_beside_a_larger_one_or_among_four_cannot() {
        assertEquals(MET, impossible(hcc("30.0").lesion("b", mm("31"))));
        assertEquals(MET, impossible(hcc("30.0").count(4)));
    }

    @Test
    void unknown_size_or_count_is_unknown() {
        assertEquals(UNKNOWN, impossible(hcc("20").unmeasuredLesion("b")));
        assertEquals(UNKNOWN, impossible(patientWith(HEPATOCELLULAR_CARCINOMA).lesion("a", mm("20"))));
    }

    @Test
    void contradictory_judgements_leave_it_to_size_and_count() {
        assertEquals(NOT_MET, impossible(hcc("20").ablationFeasible(YES).ablationFeasible(NO)));
    }

    @Test
    void the_judgement_and_the_measurements_are_the_evidence() {
        assertEquals(
                3,
                new AblationImpossible()
                        .assess(hcc("20").ablationFeasible(NO).chart())
                        .evidence()
                        .size());
    }

    private static Truth impossible(ChartBuilder chart) {
        return new AblationImpossible().assess(chart.chart()).truth();
    }

    private static ChartBuilder hcc(String millimetres) {
        return patientWith(HEPATOCELLULAR_CARCINOMA)
                .lesion("a", mm(millimetres))
                .listComplete();
    }
}
