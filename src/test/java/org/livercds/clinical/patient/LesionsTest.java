package org.livercds.clinical.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.patient.ChartBuilder.SCAN;
import static org.livercds.clinical.patient.ChartBuilder.TODAY;
import static org.livercds.clinical.patient.ChartBuilder.atLeast;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Problem.Kind.CIRRHOSIS;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_METASTASES;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.livercds.clinical.Truth;

class LesionsTest {

    private static final BigDecimal THIRTY = new BigDecimal("30");

    @Test
    void each_below_needs_every_live_lesion() {
        assertEquals(Truth.MET, eachBelow(metastases().lesion("a", mm("29.9")).lesion("b", mm("10"))));
        assertEquals(
                Truth.NOT_MET, eachBelow(metastases().lesion("a", mm("30.0")).lesion("b", mm("10"))));
    }

    @Test
    void without_a_live_lesion_each_below_is_unknown() {
        assertEquals(Truth.UNKNOWN, eachBelow(metastases()));
        assertEquals(Truth.UNKNOWN, eachBelow(metastases().lesion("a", mm("0"))));
    }

    @Test
    void one_of_unknown_size_leaves_it_unknown_unless_another_is_too_large() {
        assertEquals(Truth.UNKNOWN, eachBelow(metastases().lesion("a", mm("10")).unmeasuredLesion("b")));
        assertEquals(Truth.NOT_MET, eachBelow(metastases().lesion("a", mm("30")).unmeasuredLesion("b")));
    }

    @Test
    void an_open_count_does_not_make_it_unknown() {
        assertTrue(metastases().lesion("a", mm("10")).chart().lesions().count().open());
        assertEquals(Truth.MET, eachBelow(metastases().lesion("a", mm("10"))));
    }

    @Test
    void a_higher_count_makes_it_unknown_unless_one_is_too_large() {
        assertEquals(Truth.UNKNOWN, eachBelow(metastases().lesion("a", mm("10")).count(2)));
        assertEquals(Truth.NOT_MET, eachBelow(metastases().lesion("a", mm("30")).count(2)));
    }

    @Test
    void an_interval_across_the_limit_is_unknown() {
        assertEquals(Truth.UNKNOWN, eachBelow(metastases().lesion("a", mm("28", "31"))));
    }

    @Test
    void the_boundary_is_exactly_the_limit_and_none_known_to_be_larger() {
        assertTrue(isBoundary(metastases().lesion("a", mm("30.0")).lesion("b", mm("10"))));
        assertFalse(isBoundary(metastases().lesion("a", mm("29.9"))));
        assertFalse(isBoundary(metastases().lesion("a", mm("30.0")).lesion("b", mm("30.1"))));
    }

    @Test
    void one_that_may_be_larger_does_not_hide_the_boundary() {
        assertTrue(isBoundary(metastases().lesion("a", mm("30")).lesion("b", mm("25", "35"))));
        assertTrue(isBoundary(metastases().lesion("a", mm("30")).unmeasuredLesion("b")));
    }

    @Test
    void from_the_limit_on_needs_one_that_is_certainly_not_smaller() {
        assertTrue(metastases().lesion("a", mm("30")).chart().lesions().anyFrom(THIRTY));
        assertTrue(metastases().lesion("a", atLeast("30")).chart().lesions().anyFrom(THIRTY));
        assertFalse(metastases().lesion("a", mm("28", "31")).chart().lesions().anyFrom(THIRTY));
        assertFalse(metastases().unmeasuredLesion("a").chart().lesions().anyFrom(THIRTY));
    }

    @Test
    void a_size_that_leaves_the_limit_open_is_undecided() {
        assertTrue(isUndecided(metastases().unmeasuredLesion("a")));
        assertTrue(isUndecided(metastases().lesion("a", mm("28", "31"))));
        assertTrue(isUndecided(metastases().lesion("a", mm("10")).count(2)));
        assertFalse(isUndecided(metastases().lesion("a", mm("10")).lesion("b", mm("40"))));
    }

    @Test
    void ninety_days_are_current_and_ninety_one_are_not() {
        assertEquals(0, stale(metastases().lesion("a", mm("10"), TODAY.minusDays(90))));
        assertEquals(
                1, stale(metastases().lesion("a", mm("10"), TODAY.minusDays(91)).lesion("b", mm("10"))));
    }

    @Test
    void in_an_at_risk_liver_hundred_and_eighty_days_are_current() {
        assertEquals(0, stale(patientWith(CIRRHOSIS).lesion("a", mm("8"), TODAY.minusDays(180))));
        assertEquals(1, stale(patientWith(CIRRHOSIS).lesion("a", mm("8"), TODAY.minusDays(181))));
    }

    @Test
    void a_newer_measurement_of_the_lesion_makes_it_current() {
        assertEquals(
                0,
                stale(metastases().lesion("a", mm("10"), TODAY.minusDays(200)).lesion("a", mm("12"), SCAN)));
    }

    @Test
    void a_resolved_lesion_and_one_of_no_date_are_not_stale() {
        assertEquals(0, stale(metastases().lesion("a", mm("0"), TODAY.minusDays(91))));
        MeasurementBuilder undated =
                MeasurementBuilder.of(LesionKey.identified("a")).size(mm("20")).undated();
        assertEquals(0, stale(metastases().measured(undated)));
    }

    @Test
    void a_counted_lesion_is_one_in_the_liver() {
        assertTrue(metastases().count(1).chart().lesions().seenInLiver());
        assertTrue(metastases().lesion("a", mm("20")).chart().lesions().seenInLiver());
        assertFalse(metastases().chart().lesions().seenInLiver());
    }

    private static Truth eachBelow(ChartBuilder chart) {
        return chart.chart().lesions().eachBelow(THIRTY);
    }

    private static boolean isBoundary(ChartBuilder chart) {
        return chart.chart().lesions().isBoundary(THIRTY);
    }

    private static boolean isUndecided(ChartBuilder chart) {
        return chart.chart().lesions().anyUndecided(THIRTY);
    }

    private static int stale(ChartBuilder chart) {
        return chart.chart().staleLesions().size();
    }

    private static ChartBuilder metastases() {
        return patientWith(LIVER_METASTASES);
    }
}
