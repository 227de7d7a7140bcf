package org.livercds.clinical.patient;

import java.util.ArrayList;
import java.util.List;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Fact.Reason;

/**
 * Whether the cancer has spread outside the liver. "Liver only" is somebody's statement, never the absence of a code.
 * For liver metastases the TNM M category says nothing: their primary is M1 by definition.
 */
final class Spread {

    private Spread() {}

    static Fact<Boolean> of(List<Problem> problems, Facts facts, DiseaseKind kind) {
        Fact<Boolean> finding = facts.judged(FactKey.EXTRAHEPATIC);
        Fact<Boolean> metastasis = kind.isPrimary() ? facts.judged(FactKey.DISTANT_METASTASIS) : Fact.notRecorded();
        List<Evidence> present = sites(problems);
        List<Evidence> absent = new ArrayList<>();
        for (Fact<Boolean> fact : List.of(finding, metastasis)) {
            fact.value().ifPresent(yes -> (yes ? present : absent).addAll(fact.evidence()));
            if (fact.isUnknownBecause(Reason.CONFLICTING)) {
                present.addAll(fact.evidence());
                absent.addAll(fact.evidence());
            }
        }
        if (!present.isEmpty() && !absent.isEmpty()) {
            present.addAll(absent);
            return Fact.unknown(Reason.CONFLICTING, present.stream().distinct().toList());
        }
        if (!present.isEmpty()) {
            return Fact.known(true, present);
        }
        return absent.isEmpty() ? unsaid(finding, metastasis) : absentUnlessUnread(absent, facts);
    }

    /** Where the conditions could not be read in full, a secondary site may stand there. */
    private static Fact<Boolean> absentUnlessUnread(List<Evidence> absent, Facts facts) {
        return facts.unread().contains(ChartPart.CONDITIONS)
                ? Fact.unknown(Reason.INCOMPLETE, absent)
                : Fact.known(false, absent);
    }

    private static Fact<Boolean> unsaid(Fact<Boolean> finding, Fact<Boolean> metastasis) {
        return finding.isUnknownBecause(Reason.NOT_RECORDED) ? metastasis : finding;
    }

    private static List<Evidence> sites(List<Problem> problems) {
        List<Evidence> sites = new ArrayList<>();
        for (Problem problem : problems) {
            if (problem.is(Problem.Kind.EXTRAHEPATIC_METASTASES, Problem.State.ACTIVE)
                    || problem.is(Problem.Kind.LIVER_CANCER_SPREAD, Problem.State.ACTIVE)) {
                sites.add(problem.evidence());
            }
        }
        return sites;
    }
}
