package org.livercds.clinical.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.patient.ChartBuilder.SCAN;
import static org.livercds.clinical.patient.ChartBuilder.TODAY;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_METASTASES;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact.Reason;
import org.livercds.clinical.Truth;

/** Lesions that the chart identifies. */
class LesionTrackerTest {

    @Test
    void the_latest_measurement_of_a_lesion_counts() {
        ChartBuilder chart = metastases().lesion("a", mm("22")).lesion("a", mm("34"), SCAN.minusDays(70));
        assertEquals(List.of(mm("22")), sizes(chart));
    }

    @Test
    void each_key_is_a_lesion_of_its_own_and_the_largest_comes_first() {
        assertEquals(
                List.of(mm("21"), mm("20")),
                sizes(metastases().lesion("a", mm("20")).lesion("b", mm("21"))));
    }

    @Test
    void a_latest_measurement_that_is_unusable_hides_an_older_usable_one() {
        ChartBuilder chart =
                metastases().lesion("a", mm("22"), SCAN.minusDays(1)).unmeasuredLesion("a");
        assertTrue(only(chart).size().isUnknownBecause(Reason.UNREADABLE));
    }

    @Test
    void values_of_one_day_make_an_interval() {
        assertEquals(
                List.of(mm("20", "25")),
                sizes(metastases().lesion("a", mm("25")).lesion("a", mm("20")).lesion("a", mm("22"))));
    }

    @Test
    void an_unusable_value_beside_a_usable_one_of_the_day_is_passed_over() {
        assertEquals(List.of(mm("20")), sizes(metastases().unmeasuredLesion("a").lesion("a", mm("20"))));
    }

    @Test
    void five_apart_on_one_day_is_no_conflict_and_just_over_five_is_one() {
        assertFalse(isConflict(metastases().lesion("a", mm("20")).lesion("a", mm("25"))));
        assertTrue(isConflict(metastases().lesion("a", mm("20")).lesion("a", mm("25.1"))));
    }

    @Test
    void an_older_value_far_from_the_latest_is_no_conflict() {
        assertFalse(isConflict(metastases().lesion("a", mm("20")).lesion("a", mm("50"), SCAN.minusDays(1))));
    }

    @Test
    void a_lesion_no_longer_seen_is_dropped() {
        assertEquals(List.of(), lesions(metastases().lesion("a", mm("0"))));
    }

    @Test
    void a_lesion_that_has_come_back_is_live() {
        assertEquals(
                List.of(mm("8")),
                sizes(metastases().lesion("a", mm("0"), SCAN.minusDays(90)).lesion("a", mm("8"))));
    }

    @Test
    void nothing_beside_a_positive_value_of_the_day_is_live_from_nothing_to_it() {
        assertEquals(
                List.of(mm("0", "4")), sizes(metastases().lesion("a", mm("0")).lesion("a", mm("4"))));
    }

    @Test
    void a_measurement_of_the_future_is_set_aside() {
        ChartBuilder chart = metastases().lesion("a", mm("20")).lesion("a", mm("40"), TODAY.plusDays(1));
        assertEquals(List.of(mm("20")), sizes(chart));
    }

    @Test
    void a_measurement_of_today_counts() {
        assertEquals(List.of(mm("20")), sizes(metastases().lesion("a", mm("20"), TODAY)));
    }

    @Test
    void a_measurement_without_a_date_is_set_aside() {
        ChartBuilder chart = metastases()
                .lesion("a", mm("20"))
                .measured(identified("a").size(mm("40")).undated());
        assertEquals(List.of(mm("20")), sizes(chart));
    }

    @Test
    void a_lesion_that_has_no_other_measurement_is_live_and_of_unknown_size() {
        Lesion undated =
                only(metastases().measured(identified("a").size(mm("20")).undated()));
        assertTrue(undated.size().isUnknownBecause(Reason.UNREADABLE));
        assertEquals(Optional.empty(), undated.measured());
        Lesion future = only(metastases().lesion("a", mm("20"), TODAY.plusDays(1)));
        assertTrue(future.size().isUnknownBecause(Reason.UNREADABLE));
    }

    @Test
    void an_implausible_value_is_unknown_and_a_conflict() {
        ChartBuilder chart = metastases().measured(identified("a").implausible());
        assertFalse(only(chart).size().isKnown());
        assertTrue(isConflict(chart));
    }

    @Test
    void an_implausible_value_is_a_conflict_without_a_date_too() {
        assertTrue(
                isConflict(metastases().measured(identified("a").implausible().undated())));
    }

    @Test
    void what_no_longer_saw_a_lesion_is_shown() {
        ChartBuilder chart = metastases()
                .lesion("a", mm("12"), SCAN.minusDays(90))
                .lesion("a", mm("0"))
                .lesion("b", mm("20"));
        assertEquals(
                List.of(Optional.of(ChartDate.of(SCAN))),
                chart.chart().lesions().gone().stream().map(Evidence::date).toList());
    }

    @Test
    void an_unusable_value_that_is_not_implausible_is_no_conflict() {
        assertFalse(isConflict(metastases().unmeasuredLesion("a")));
    }

    @Test
    void a_lesion_once_called_benign_is_so_in_each_measurement() {
        ChartBuilder chart = metastases()
                .measured(identified("a").size(mm("60")).on(SCAN.minusDays(30)).benign())
                .lesion("a", mm("60"))
                .lesion("b", mm("20"));
        assertEquals(List.of(mm("20")), sizes(chart));
    }

    @Test
    void a_lesion_outside_the_liver_does_not_count() {
        ChartBuilder chart =
                metastases().measured(identified("a").size(mm("60")).inLiver(Truth.NOT_MET));
        assertEquals(List.of(), lesions(chart));
    }

    @Test
    void a_lesion_of_an_unknown_organ_is_live_and_of_unknown_size() {
        Lesion lesion =
                only(metastases().measured(identified("a").size(mm("20")).inLiver(Truth.UNKNOWN)));
        assertTrue(lesion.size().isUnknownBecause(Reason.INCOMPLETE));
        assertFalse(lesion.certainlyInLiver());
    }

    @Test
    void a_lesion_once_said_to_be_in_the_liver_is_so_in_each_measurement() {
        ChartBuilder chart = metastases()
                .lesion("a", mm("30"), SCAN.minusDays(30))
                .measured(identified("a").size(mm("20")).inLiver(Truth.UNKNOWN));
        assertEquals(List.of(mm("20")), sizes(chart));
    }

    @Test
    void the_day_of_an_interval_is_its_least_precise_date() {
        ChartDate month = new ChartDate(SCAN, SCAN.plusDays(10));
        ChartBuilder chart = metastases()
                .lesion("a", mm("20"))
                .measured(identified("a").size(mm("21")).on(month));
        assertEquals(Optional.of(month), only(chart).measured());
    }

    @ParameterizedTest
    @EnumSource(LesionKey.Kind.class)
    void every_kind_of_key_tracks_a_single_measurement_to_its_size(LesionKey.Kind kind) {
        MeasurementBuilder single =
                MeasurementBuilder.of(new LesionKey(kind, "k")).size(mm("20"));
        assertEquals(List.of(mm("20")), sizes(metastases().measured(single)));
    }

    private static Lesion only(ChartBuilder chart) {
        assertEquals(1, lesions(chart).size());
        return lesions(chart).get(0);
    }

    private static List<Lesion> lesions(ChartBuilder chart) {
        return chart.chart().lesions().live();
    }

    private static List<SizeRange> sizes(ChartBuilder chart) {
        return lesions(chart).stream()
                .flatMap(lesion -> lesion.size().value().stream())
                .toList();
    }

    private static boolean isConflict(ChartBuilder chart) {
        return !chart.chart().lesions().conflicts().isEmpty();
    }

    private static MeasurementBuilder identified(String id) {
        return MeasurementBuilder.of(LesionKey.identified(id));
    }

    private static ChartBuilder metastases() {
        return patientWith(LIVER_METASTASES);
    }
}
