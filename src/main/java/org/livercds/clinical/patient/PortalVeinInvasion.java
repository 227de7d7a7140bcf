package org.livercds.clinical.patient;

import java.util.ArrayList;
import java.util.List;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Fact.Reason;
import org.livercds.clinical.Truth;

/**
 * Tumour in the portal vein: the finding, else an active portal vein thrombosis (bland or tumour, nobody says) or the
 * LI-RADS category for tumour in a vein, both of an unspecified place. "None" beside one of those is a contradiction.
 */
final class PortalVeinInvasion {

    private PortalVeinInvasion() {}

    static Fact<PortalVein> of(List<Problem> problems, Facts facts) {
        Fact<PortalVein> finding = facts.of(FactKey.PORTAL_VEIN);
        List<Evidence> unspecified = unspecified(problems, facts);
        if (unspecified.isEmpty() || finding.isUnknownBecause(Reason.CONFLICTING)) {
            return finding;
        }
        if (finding.test(PortalVein.NONE::equals) == Truth.MET) {
            List<Evidence> both = new ArrayList<>(finding.evidence());
            both.addAll(unspecified);
            return Fact.unknown(Reason.CONFLICTING, both);
        }
        return finding.isKnown() ? finding : Fact.known(PortalVein.UNSPECIFIED, unspecified);
    }

    private static List<Evidence> unspecified(List<Problem> problems, Facts facts) {
        List<Evidence> unspecified = new ArrayList<>();
        for (Problem problem : problems) {
            if (problem.is(Problem.Kind.PORTAL_VEIN_THROMBOSIS, Problem.State.ACTIVE)) {
                unspecified.add(problem.evidence());
            }
        }
        unspecified.addAll(facts.currentOfEach(FactKey.LI_RADS, LiRads.LR_TIV::equals));
        return unspecified;
    }
}
