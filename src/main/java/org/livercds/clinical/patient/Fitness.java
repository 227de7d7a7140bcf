package org.livercds.clinical.patient;

import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Fact.Reason;

/**
 * Well enough for an operation: as somebody judged; else by ECOG, 0 to 1 yes and 3 or more no; else by Karnofsky, 80 or
 * more yes and 50 or less no. What lies between is unknown. Two results that contradict each other are not passed over.
 */
final class Fitness {

    private Fitness() {}

    static Fact<Boolean> of(Facts facts) {
        Supplier<Fact<Boolean>> karnofsky =
                () -> graded(facts.of(FactKey.KARNOFSKY), percent -> percent >= 80, percent -> percent <= 50);
        Supplier<Fact<Boolean>> ecog =
                () -> ifUnsaid(facts.of(FactKey.ECOG), grade -> grade <= 1, grade -> grade >= 3, karnofsky);
        Fact<Boolean> judged = facts.judged(FactKey.FIT);
        return isUnsaid(judged) ? ecog.get() : judged;
    }

    private static Fact<Boolean> ifUnsaid(
            Fact<Integer> grade, IntPredicate fit, IntPredicate unfit, Supplier<Fact<Boolean>> otherwise) {
        return isUnsaid(grade) ? otherwise.get() : graded(grade, fit, unfit);
    }

    private static Fact<Boolean> graded(Fact<Integer> grade, IntPredicate fit, IntPredicate unfit) {
        Function<Fact.Known<Integer>, Fact<Boolean>> judge = known -> {
            if (fit.test(known.content()) || unfit.test(known.content())) {
                return Fact.known(fit.test(known.content()), known.evidence());
            }
            return Fact.unknown(Reason.NOT_RECORDED, known.evidence());
        };
        return grade.fold(judge, unknown -> Fact.unknown(unknown.because(), unknown.evidence()));
    }

    private static boolean isUnsaid(Fact<?> fact) {
        return !fact.isKnown() && !fact.isUnknownBecause(Reason.CONFLICTING);
    }
}
