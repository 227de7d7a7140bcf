package org.livercds.clinical.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;

/**
 * Whether a liver cancer has come back: coded as recurrence (of metastases it says nothing); unknown where a curative treatment was completed before a live
 * lesion was measured; else not.
 */
final class Recurrence {

    private Recurrence() {}

    static Assessment of(List<Problem> problems, List<Treatment> treatments, Lesions lesions) {
        List<Evidence> coded = new ArrayList<>();
        for (Problem problem : problems) {
            if (isCoded(problem)) {
                coded.add(problem.evidence());
            }
        }
        if (!coded.isEmpty()) {
            return Assessment.of(Statement.RECURRENT, Truth.MET, coded);
        }
        List<Evidence> before = new ArrayList<>();
        for (Treatment treatment : treatments) {
            if (treatment.mayPrecedeRecurrence() && isBeforeLesion(treatment.performed(), lesions)) {
                before.add(treatment.evidence());
            }
        }
        return Assessment.of(Statement.RECURRENT, before.isEmpty() ? Truth.NOT_MET : Truth.UNKNOWN, before);
    }

    private static boolean isCoded(Problem problem) {
        return problem.is(Problem.Kind.LIVER_CANCER_RECURRENCE, Problem.State.ACTIVE)
                || problem.state() == Problem.State.ACTIVE
                        && problem.recurrent()
                        && problem.isLiverCancer()
                        && !problem.kinds().contains(Problem.Kind.LIVER_METASTASES);
    }

    private static boolean isBeforeLesion(Optional<ChartDate> done, Lesions lesions) {
        boolean before = false;
        for (Lesion lesion : lesions.live()) {
            before |= done.isPresent()
                    && lesion.measured().filter(done.get()::isCertainlyBefore).isPresent();
        }
        return before;
    }
}
