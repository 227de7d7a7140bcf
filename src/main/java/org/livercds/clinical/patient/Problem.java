package org.livercds.clinical.patient;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.livercds.clinical.Evidence;

/**
 * One visible condition of the chart: neither refuted nor entered in error.
 *
 * @param kinds what its codes mean; a condition with several codes may mean several things
 * @param recurrent its clinical status is recurrence or relapse
 */
public record Problem(Set<Kind> kinds, State state, boolean recurrent, Evidence evidence) {
    public Problem {
        kinds = Set.copyOf(kinds);
        requireNonNull(state, "state");
        requireNonNull(evidence, "evidence");
    }

    boolean is(Kind kind, State in) {
        return state == in && kinds.contains(kind);
    }

    boolean isLiverCancer() {
        return !Collections.disjoint(kinds, Kind.LIVER_CANCERS);
    }

    public enum State {
        ACTIVE,
        /** Unconfirmed, provisional or differential. */
        SUSPECTED,
        /** Inactive, in remission or resolved. */
        HISTORY
    }

    public enum Kind {
        HEPATOCELLULAR_CARCINOMA,
        PRIMARY_LIVER_CANCER,
        UNSPECIFIED_LIVER_CANCER,
        CHOLANGIOCARCINOMA,
        HEPATOBLASTOMA,
        SARCOMA,
        LIVER_METASTASES,
        /** Spread of a primary liver cancer, by its code. */
        LIVER_CANCER_SPREAD,
        LIVER_CANCER_RECURRENCE,
        LIVER_CANCER_HISTORY,
        EXTRAHEPATIC_METASTASES,
        MALIGNANCY,
        CIRRHOSIS,
        VIRAL_HEPATITIS,
        PORTAL_VEIN_THROMBOSIS,
        PORTAL_HYPERTENSION,
        TRANSPLANTED_LIVER,
        BENIGN_LIVER_LESION;

        private static final Set<Kind> LIVER_CANCERS = EnumSet.range(HEPATOCELLULAR_CARCINOMA, LIVER_METASTASES);
    }
}
