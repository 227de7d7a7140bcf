package org.livercds.clinical.patient;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.livercds.clinical.Evidence;

/**
 * What was read from a chart, before any rule of evidence is applied to it.
 *
 * @param asOf the day for which advice is asked
 * @param unread parts that could not be read in full: nothing follows from what is missing there
 */
public record ChartEntries(
        LocalDate asOf,
        Person person,
        List<Problem> problems,
        List<Measurement> measurements,
        List<Treatment> treatments,
        List<Drug> drugs,
        List<Evidence> contrastAllergies,
        Readings readings,
        Set<ChartPart> unread) {
    public ChartEntries {
        requireNonNull(asOf, "asOf");
        requireNonNull(person, "person");
        problems = List.copyOf(problems);
        measurements = List.copyOf(measurements);
        treatments = List.copyOf(treatments);
        drugs = List.copyOf(drugs);
        contrastAllergies = List.copyOf(contrastAllergies);
        requireNonNull(readings, "readings");
        unread = Set.copyOf(unread);
    }
}
