package org.livercds.clinical.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.patient.ChartBuilder.TODAY;
import static org.livercds.clinical.patient.ChartBuilder.patient;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.clinical.ChartDate;

class PersonTest {

    @Test
    void eighteen_years_today_is_no_child() {
        assertFalse(isChild(ChartDate.of(TODAY.minusYears(18))));
    }

    @Test
    void eighteen_years_tomorrow_is_a_child() {
        assertTrue(isChild(ChartDate.of(TODAY.minusYears(18).plusDays(1))));
    }

    @Test
    void an_unknown_age_is_no_child() {
        assertFalse(Person.unknown().isChild(TODAY));
    }

    @Test
    void a_birth_date_of_the_future_is_no_age() {
        Person person =
                patient().born(ChartDate.of(TODAY.plusDays(1)), false).entries().person();
        assertEquals(Optional.empty(), person.age(TODAY).value());
    }

    @Test
    void somebody_born_today_is_a_child_of_no_years() {
        Person person = patient().aged(0).entries().person();
        assertEquals(Optional.of(0), person.age(TODAY).value());
        assertTrue(person.isChild(TODAY));
    }

    @ParameterizedTest
    @CsvSource({"11, false", "12, true", "55, true", "56, false"})
    void a_woman_from_twelve_to_fifty_five_may_be_pregnant(int years, boolean maybe) {
        assertEquals(maybe, patient().woman(years).entries().person().mayBePregnant(TODAY));
    }

    @Test
    void a_woman_of_unknown_age_may_be_pregnant() {
        assertTrue(new Person(Optional.empty(), false, true, Optional.empty()).mayBePregnant(TODAY));
    }

    @Test
    void who_is_not_recorded_as_a_woman_is_not_asked() {
        assertFalse(patient().aged(31).entries().person().mayBePregnant(TODAY));
    }

    private static boolean isChild(ChartDate born) {
        return patient().born(born, false).entries().person().isChild(TODAY);
    }
}
