package org.livercds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.fhir.Fhir.below;
import static org.livercds.fhir.Fhir.chart;
import static org.livercds.fhir.Fhir.lesion;
import static org.livercds.fhir.Fhir.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.Lesions;

/** Dates as charts write them, and what they do to measurements. */
class LesionDateTest {

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01, 2026-12-31",
        "2026-02, 2026-02-01, 2026-02-28",
        "2026-11-19, 2026-11-19, 2026-11-19",
        "2026-11-19T23:30:00Z, 2026-11-19, 2026-11-19",
        "2026-11-19T23:30:00.123+00:00, 2026-11-19, 2026-11-19",
        "2026-11-19T23:30:00-05:00, 2026-11-20, 2026-11-20",
        "2026-11-20T00:30:00+02:00, 2026-11-19, 2026-11-19"
    })
    void a_date_is_as_precise_as_it_was_written(String text, LocalDate first, LocalDate last) {
        assertEquals(Optional.of(new ChartDate(first, last)), utc().of(new DateTimeType(text)));
    }

    @Test
    void a_time_falls_on_the_day_of_the_site() {
        Dates newYork = new Dates(ZoneId.of("America/New_York"));
        assertEquals(
                Optional.of(ChartDate.of(LocalDate.of(2026, 11, 18))),
                newYork.of(new DateTimeType("2026-11-19T03:00:00Z")));
    }

    @Test
    void a_period_is_all_of_its_days() {
        Period period =
                new Period().setStartElement(new DateTimeType("2026-10")).setEndElement(new DateTimeType("2026-11-03"));
        assertEquals(
                Optional.of(new ChartDate(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 3))), utc().of(period));
    }

    @Test
    void what_is_no_date_is_none() {
        Period backwards = new Period()
                .setStartElement(new DateTimeType("2026-11-03"))
                .setEndElement(new DateTimeType("2026-10-01"));
        assertTrue(utc().of(backwards).isEmpty());
        assertTrue(utc().of(new Period()).isEmpty());
        assertTrue(utc().of(new Timing()).isEmpty());
        assertTrue(utc().of(null).isEmpty());
        assertTrue(utc().of(new DateTimeType()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'effectiveDateTime':null",
                "'effectiveDateTime':'2026-11-21'",
                "'effectiveDateTime':'2026-11-20T23:30:00-05:00'",
                "'effectiveDateTime':null,'effectiveTiming':{}"
            })
    void a_lesion_measured_on_no_day_or_in_the_future_is_live_and_open(String date) {
        ObjectNode undated = with(lesion("a", "12"), date);
        assertEquals(1, chart(undated).lesions().live().size());
        assertEquals(Truth.UNKNOWN, below("30", undated));
    }

    @Test
    void a_measurement_of_the_future_does_not_replace_one_of_the_past() {
        assertEquals(Truth.MET, below("30", lesion("a", "12"), lesion("a", "40", "mm", "2026-11-21")));
    }

    @Test
    void an_undated_unkeyed_measurement_leaves_the_count_open() {
        ObjectNode undated = with(lesion("", "12"), "'effectiveDateTime':null");
        Lesions lesions = chart(lesion("", "12"), undated, Fhir.complete()).lesions();
        assertEquals(Truth.UNKNOWN, lesions.count().isAtMost(3));
    }

    @ParameterizedTest
    @CsvSource({"2026-08-22, 0", "2026-08-21, 1", "2026-09, 0", "2026-08, 1", "2026, 1"})
    void ninety_days_are_current_counted_from_the_oldest_possible_day(String date, int stale) {
        assertEquals(stale, chart(lesion("a", "12", "mm", date)).staleLesions().size());
    }

    @Test
    void an_instant_and_a_period_are_dates_too() {
        String instant = "'effectiveDateTime':null,'effectiveInstant':'2026-11-01T10:00:00Z'";
        String period = "'effectiveDateTime':null,'effectivePeriod':{'start':'2026-11-01','end':'2026-11-02'}";
        assertEquals(Truth.MET, below("30", with(lesion("a", "12"), instant)));
        assertEquals(Truth.MET, below("30", with(lesion("a", "12"), period)));
    }

    private static Dates utc() {
        return new Dates(ZoneId.of("UTC"));
    }
}
