package org.livercds.clinical.patient;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Evidence;

/**
 * A completed treatment of the liver.
 *
 * @param performed without a date it counts as later than every measurement
 * @param target what was treated; the whole liver unless the chart names a lesion
 */
public record Treatment(Kind kind, Optional<ChartDate> performed, Target target, Evidence evidence) {
    public Treatment {
        requireNonNull(kind, "kind");
        requireNonNull(performed, "performed");
        requireNonNull(target, "target");
        requireNonNull(evidence, "evidence");
    }

    /** Whether it may have been done on the day of a measurement or later; without a date it may. */
    boolean mayFollow(Optional<ChartDate> measured) {
        return performed.isEmpty()
                || measured.filter(day -> performed.get().isPossiblyOnOrAfter(day))
                        .isPresent();
    }

    /** Curative in intent, so that a later lesion may be a recurrence. */
    boolean mayPrecedeRecurrence() {
        return kind == Kind.ABLATION || kind == Kind.RESECTION || kind == Kind.TRANSPLANT;
    }

    public enum Kind {
        ABLATION,
        RESECTION,
        TRANSPLANT,
        EMBOLIZATION,
        RADIOEMBOLIZATION,
        RADIATION
    }

    /**
     * The lesions that were treated.
     *
     * @param lesions their keys; empty with no measurement means the whole liver
     * @param measurements references of the measurements that name them
     */
    public record Target(Set<LesionKey> lesions, Set<String> measurements) {
        public Target {
            lesions = Set.copyOf(lesions);
            measurements = Set.copyOf(measurements);
        }

        public static Target wholeLiver() {
            return new Target(Set.of(), Set.of());
        }

        /** A lesion that the chart does not identify cannot be told from the one that was treated. */
        boolean includes(Lesion lesion) {
            if (lesions.isEmpty() && measurements.isEmpty()) {
                return true;
            }
            return lesions.contains(lesion.key())
                    || lesion.key().kind() != LesionKey.Kind.IDENTIFIED
                    || isNamed(lesion.evidence());
        }

        private boolean isNamed(List<Evidence> entries) {
            boolean named = false;
            for (Evidence entry : entries) {
                named |= measurements.contains(entry.reference());
            }
            return named;
        }
    }
}
