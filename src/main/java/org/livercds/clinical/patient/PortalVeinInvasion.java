package org.livercds.clinical.patient;

import java.util.List;
import java.util.stream.Stream;
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
            return Fact.unknown(
                    Reason.CONFLICTING,
                    Stream.concat(finding.evidence().stream(), unspecified.stream())
                            .toList());
        }
        return finding.isKnown() ? finding : Fact.known(PortalVein.UNSPECIFIED, unspecified);
    }

    private static List<Evidence> unspecified(List<Problem> problems, Facts facts) {
        Stream<Evidence> thrombosis = problems.stream()
                .filter(problem -> problem.is(Problem.Kind.PORTAL_VEIN_THROMBOSIS, Problem.State.ACTIVE))
                .map(Problem::evidence);
        Stream<Evidence> tumourInVein = facts.currentOfEach(FactKey.LI_RADS, LiRads.LR_TIV::equals).stream();
        return Stream.concat(thrombosis, tumourInVein).toList();
    }
}
