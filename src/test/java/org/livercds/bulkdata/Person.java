package org.livercds.bulkdata;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A synthetic patient.
 *
 * @param number from 0
 * @param rank the number among those of the group, from 0
 * @param birth left out where nobody wrote it down
 * @param activity how much stands in the chart, where 1 is usual
 */
record Person(
        int number,
        String id,
        Group group,
        int rank,
        boolean female,
        Optional<LocalDate> birth,
        boolean dead,
        double activity) {}
