package org.livercds.bulkdata;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Who the patients are: any of them by his number, always the same by the same seed.
 *
 * @param asOf the day of the export
 */
record Population(long seed, LocalDate asOf) {

    private static final int PEOPLE = 1;
    private static final int PLACES = 2;

    /** Steps through all places of a thousand. */
    private static final int[] STRIDES = {7, 113, 271, 389, 443, 577, 611, 733, 857, 991};

    Person person(int number) {
        Dice dice = dice(PEOPLE, number);
        int place = place(number);
        Group group = Group.at(place);
        int rank = number / Group.WHOLE * group.share() + place - group.first();
        String id = dice.uuid();
        boolean female = dice.chance(0.51);
        double unknown = group == Group.NO_LIVER_DISEASE ? 0.01 : 0.05;
        Optional<LocalDate> birth = dice.chance(unknown) ? Optional.empty() : Optional.of(birth(group, dice));
        boolean dead = dice.chance(0.03);
        double activity = dice.chance(0.01) ? 6 : dice.between(0.3, 1.6);
        return new Person(number, id, group, rank, female, birth, dead, activity);
    }

    /** Chance about something of a patient, which nothing else disturbs. */
    Dice dice(long about, long number) {
        return new Dice(seed, about, number);
    }

    /** Of a thousand patients in a row each has another. */
    private int place(int number) {
        Dice dice = dice(PLACES, number / Group.WHOLE);
        int stride = STRIDES[dice.below(STRIDES.length)];
        int first = dice.below(Group.WHOLE);
        return (first + number % Group.WHOLE * stride) % Group.WHOLE;
    }

    private LocalDate birth(Group group, Dice dice) {
        boolean healthy = group == Group.NO_LIVER_DISEASE;
        boolean young = dice.chance(healthy ? 0.3 : 0.06);
        int days = young ? dice.between(1, 35 * 365) : dice.between(35 * 365, 89 * 365);
        return asOf.minusDays(days);
    }
}
