package org.livercds.clinical.patient;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Truth;

/** Who the patient is, as far as the criteria ask. */
public record Person(Optional<ChartDate> born, boolean deceased, boolean female, Optional<Evidence> evidence) {

    /** Adult criteria begin at this age, in completed years. */
    private static final int ADULT = 18;

    private static final int MAY_BE_PREGNANT_FROM = 12;
    private static final int MAY_BE_PREGNANT_TO = 55;

    public Person {
        requireNonNull(born, "born");
        requireNonNull(evidence, "evidence");
    }

    public static Person unknown() {
        return new Person(Optional.empty(), false, false, Optional.empty());
    }

    /** In completed years; unknown where the birth date is too vague to tell a child from an adult. */
    public Fact<Integer> age(LocalDate asOf) {
        if (born.filter(day -> !day.isFuture(asOf)).isEmpty()) {
            return Fact.notRecorded();
        }
        int most = Period.between(born.get().earliest(), asOf).getYears();
        List<Evidence> source = List.of(age(evidence.orElseThrow().reference(), most));
        int least = Period.between(born.get().latest(), asOf).getYears();
        return most >= ADULT && least < ADULT ? Fact.unknown(Fact.Reason.UNREADABLE, source) : Fact.known(most, source);
    }

    /** In years: the birth date itself would tell more than the rules need. */
    private static Evidence age(String patient, int years) {
        return new Evidence(patient, "age", String.valueOf(years), Optional.empty());
    }

    public boolean isChild(LocalDate asOf) {
        return age(asOf).test(years -> years < ADULT) == Truth.MET;
    }

    public boolean mayBePregnant(LocalDate asOf) {
        return female
                && age(asOf).test(years -> years >= MAY_BE_PREGNANT_FROM && years <= MAY_BE_PREGNANT_TO)
                        != Truth.NOT_MET;
    }
}
