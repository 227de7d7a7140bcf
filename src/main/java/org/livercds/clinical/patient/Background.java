package org.livercds.clinical.patient;

import java.util.ArrayList;
import java.util.List;
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
        List<Evidence> transplants = new ArrayList<>();
        for (Treatment treatment : entries.treatments()) {
            if (treatment.kind() == Treatment.Kind.TRANSPLANT) {
                transplants.add(treatment.evidence());
            }
        }
        transplants.addAll(active(entries, Problem.Kind.TRANSPLANTED_LIVER));
        return new Background(
                active(entries, Problem.Kind.CIRRHOSIS),
                active(entries, Problem.Kind.PORTAL_HYPERTENSION),
                List.copyOf(transplants),
                drugs(entries, Drug.Kind.ANTICOAGULANT),
                drugs(entries, Drug.Kind.SYSTEMIC_THERAPY),
                List.copyOf(entries.contrastAllergies()));
    }

    private static List<Evidence> active(ChartEntries entries, Problem.Kind kind) {
        List<Evidence> active = new ArrayList<>();
        for (Problem problem : entries.problems()) {
            if (problem.is(kind, Problem.State.ACTIVE)) {
                active.add(problem.evidence());
            }
        }
        return List.copyOf(active);
    }

    private static List<Evidence> drugs(ChartEntries entries, Drug.Kind kind) {
        List<Evidence> drugs = new ArrayList<>();
        for (Drug drug : entries.drugs()) {
            if (drug.kind() == kind) {
                drugs.add(drug.evidence());
            }
        }
        return List.copyOf(drugs);
    }
}
