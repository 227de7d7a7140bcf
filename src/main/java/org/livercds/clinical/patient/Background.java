package org.livercds.clinical.patient;

import java.util.List;
import java.util.stream.Stream;
import org.livercds.clinical.Evidence;

/**
 * What stands behind the liver cancer, each thing by its chart entries; nothing recorded is no entry.
 *
 * @param cirrhosis active and confirmed
 * @param transplants completed ones, and the status of having one
 * @param anticoagulants also those known by name only
 */
public record Background(
        List<Evidence> cirrhosis,
        List<Evidence> portalHypertension,
        List<Evidence> transplants,
        List<Evidence> anticoagulants,
        List<Evidence> systemicTherapies,
        List<Evidence> contrastAllergies) {

    static Background of(ChartEntries entries) {
        Stream<Evidence> transplanted = entries.treatments().stream()
                .filter(treatment -> treatment.kind() == Treatment.Kind.TRANSPLANT)
                .map(Treatment::evidence);
        return new Background(
                active(entries, Problem.Kind.CIRRHOSIS),
                active(entries, Problem.Kind.PORTAL_HYPERTENSION),
                Stream.concat(transplanted, active(entries, Problem.Kind.TRANSPLANTED_LIVER).stream())
                        .toList(),
                drugs(entries, Drug.Kind.ANTICOAGULANT),
                drugs(entries, Drug.Kind.SYSTEMIC_THERAPY),
                List.copyOf(entries.contrastAllergies()));
    }

    private static List<Evidence> active(ChartEntries entries, Problem.Kind kind) {
        return entries.problems().stream()
                .filter(problem -> problem.is(kind, Problem.State.ACTIVE))
                .map(Problem::evidence)
                .toList();
    }

    private static List<Evidence> drugs(ChartEntries entries, Drug.Kind kind) {
        return entries.drugs().stream()
                .filter(drug -> drug.kind() == kind)
                .map(Drug::evidence)
                .toList();
    }
}
