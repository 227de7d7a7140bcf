package org.livercds.clinical.patient;

import java.util.List;
import org.livercds.clinical.Assessment;
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
        List<Evidence> coded = problems.stream()
                .filter(Recurrence::isCoded)
                .map(Problem::evidence)
                .toList();
        if (!coded.isEmpty()) {
            return Assessment.of(Statement.RECURRENT, Truth.MET, coded);
        }
        List<Evidence> before = treatments.stream()
                .filter(treatment -> isBeforeLesion(treatment, lesions))
                .map(Treatment::evidence)
                .toList();
        return Assessment.of(Statement.RECURRENT, before.isEmpty() ? Truth.NOT_MET : Truth.UNKNOWN, before);
    }

    private static boolean isCoded(Problem problem) {
        return problem.is(Problem.Kind.LIVER_CANCER_RECURRENCE, Problem.State.ACTIVE)
                || problem.state() == Problem.State.ACTIVE
                        && problem.recurrent()
                        && problem.isLiverCancer()
                        && !problem.kinds().contains(Problem.Kind.LIVER_METASTASES);
    }

    private static boolean isBeforeLesion(Treatment treatment, Lesions lesions) {
        return treatment.mayPrecedeRecurrence()
                && treatment.performed().stream()
                        .anyMatch(done -> lesions.live().stream()
                                .flatMap(lesion -> lesion.measured().stream())
                                .anyMatch(done::isCertainlyBefore));
    }
}
