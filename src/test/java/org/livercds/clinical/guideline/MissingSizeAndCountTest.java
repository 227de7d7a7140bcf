package org.livercds.clinical.guideline;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.guideline.MissingId.COUNT;
import static org.livercds.clinical.guideline.MissingId.SIZE;
import static org.livercds.clinical.patient.ChartBuilder.SCAN;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Problem.Kind.CIRRHOSIS;
import static org.livercds.clinical.patient.Problem.Kind.HEPATOCELLULAR_CARCINOMA;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_CANCER_HISTORY;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_METASTASES;
import static org.livercds.clinical.patient.Problem.Kind.MALIGNANCY;

import org.junit.jupiter.api.Test;
import org.livercds.clinical.patient.ChartBuilder;
import org.livercds.clinical.patient.Problem;
import org.livercds.clinical.patient.Treatment;

class MissingSizeAndCountTest {

    @Test
    void metastases_are_asked_where_a_size_leaves_three_centimetres_open() {
        assertTrue(asks(SIZE, patientWith(LIVER_METASTASES).unmeasuredLesion("a")));
        assertTrue(asks(SIZE, patientWith(LIVER_METASTASES).lesion("a", mm("28", "31"))));
        assertFalse(asks(SIZE, patientWith(LIVER_METASTASES).lesion("a", mm("8", "12"))));
        assertFalse(asks(SIZE, patientWith(LIVER_METASTASES).lesion("a", mm("20"))));
    }

    @Test
    void at_risk_and_history_are_asked_where_a_size_leaves_one_centimetre_open() {
        assertTrue(asks(SIZE, patientWith(CIRRHOSIS).lesion("a", mm("8", "12"))));
        assertTrue(asks(SIZE, patientWith(LIVER_CANCER_HISTORY).lesion("a", mm("8", "12"))));
        assertFalse(asks(SIZE, patientWith(CIRRHOSIS).lesion("a", mm("28", "31"))));
    }

    @Test
    void primary_cancer_is_asked_where_a_size_leaves_either_open() {
        assertTrue(asks(SIZE, patientWith(HEPATOCELLULAR_CARCINOMA).lesion("a", mm("8", "12"))));
        assertTrue(asks(SIZE, patientWith(HEPATOCELLULAR_CARCINOMA).lesion("a", mm("28", "31"))));
        assertFalse(asks(SIZE, patientWith(HEPATOCELLULAR_CARCINOMA).lesion("a", mm("20"))));
    }

    @Test
    void another_cancer_is_asked_where_a_size_leaves_three_centimetres_open() {
        assertTrue(asks(SIZE, patientWith(MALIGNANCY).lesion("a", mm("28", "31"))));
        assertFalse(asks(SIZE, patientWith(MALIGNANCY).lesion("a", mm("8", "12"))));
    }

    @Test
    void a_lesion_that_is_only_counted_is_asked_for() {
        assertTrue(
                asks(SIZE, patientWith(LIVER_METASTASES).lesion("a", mm("20")).count(2)));
        assertTrue(asks(SIZE, patientWith(CIRRHOSIS).lesion("a", mm("8")).count(2)));
    }

    @Test
    void a_treated_lesion_is_asked_for() {
        ChartBuilder treated =
                patientWith(LIVER_METASTASES).lesion("a", mm("20")).treated(Treatment.Kind.ABLATION, SCAN);
        assertTrue(asks(SIZE, treated));
    }

    @Test
    void a_known_cancer_without_any_lesion_is_asked_for_one() {
        assertTrue(asks(SIZE, patientWith(LIVER_METASTASES)));
        assertTrue(asks(SIZE, patientWith(HEPATOCELLULAR_CARCINOMA)));
        assertFalse(asks(SIZE, ChartBuilder.patient().with(LIVER_METASTASES, Problem.State.SUSPECTED)));
    }

    @Test
    void a_cancer_of_more_than_three_is_not_asked_for_sizes() {
        assertFalse(
                asks(SIZE, patientWith(LIVER_METASTASES).unmeasuredLesion("a").count(4)));
        assertTrue(
                asks(SIZE, patientWith(LIVER_METASTASES).unmeasuredLesion("a").count(3)));
        assertTrue(asks(SIZE, patientWith(CIRRHOSIS).unmeasuredLesion("a").count(4)));
    }

    @Test
    void an_open_count_is_asked_for() {
        assertTrue(asks(COUNT, patientWith(LIVER_METASTASES).lesion("a", mm("20"))));
        assertFalse(
                asks(COUNT, patientWith(LIVER_METASTASES).lesion("a", mm("20")).listComplete()));
        assertFalse(
                asks(COUNT, patientWith(LIVER_METASTASES).lesion("a", mm("20")).innumerable()));
    }

    @Test
    void without_a_live_lesion_no_count_is_asked_for() {
        assertFalse(asks(COUNT, patientWith(LIVER_METASTASES)));
        assertFalse(asks(COUNT, patientWith(LIVER_METASTASES).lesion("a", mm("0"))));
    }

    @Test
    void beyond_three_the_count_is_asked_for_only_where_surveillance_is_in_play() {
        assertFalse(asks(COUNT, four(LIVER_METASTASES)));
        assertTrue(asks(COUNT, four(CIRRHOSIS)));
    }

    private static ChartBuilder four(Problem.Kind condition) {
        return patientWith(condition)
                .lesion("a", mm("8"))
                .lesion("b", mm("8"))
                .lesion("c", mm("8"))
                .lesion("d", mm("8"));
    }

    private static boolean asks(MissingId id, ChartBuilder chart) {
        return Advised.on(chart).missing().contains(id);
    }
}
