package org.livercds.clinical.patient;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Truth;

/**
 * Child-Pugh class: as recorded, else computed when all of its five parts are known. Bilirubin 2 and 3 mg/dL, albumin
 * 3.5 and 2.8 g/dL, INR 1.7 and 2.3; a value at a boundary has 2 points.
 */
final class LiverFunction {

    private static final BigDecimal BILIRUBIN_LOW = new BigDecimal("2");
    private static final BigDecimal BILIRUBIN_HIGH = new BigDecimal("3");
    private static final BigDecimal ALBUMIN_LOW = new BigDecimal("2.8");
    private static final BigDecimal ALBUMIN_HIGH = new BigDecimal("3.5");
    private static final BigDecimal INR_LOW = new BigDecimal("1.7");
    private static final BigDecimal INR_HIGH = new BigDecimal("2.3");

    private LiverFunction() {}

    static Fact<ChildPugh> childPugh(Facts facts) {
        Fact<ChildPugh> recorded = facts.of(FactKey.CHILD_PUGH);
        if (recorded.isKnown() || recorded.isUnknownBecause(Fact.Reason.CONFLICTING)) {
            return recorded;
        }
        return computed(facts).orElse(recorded);
    }

    private static Optional<Fact<ChildPugh>> computed(Facts facts) {
        Fact<NumberRange> bilirubin = facts.of(FactKey.BILIRUBIN);
        Fact<NumberRange> albumin = facts.of(FactKey.ALBUMIN);
        Fact<NumberRange> inr = facts.of(FactKey.INR);
        Fact<Integer> ascites = facts.of(FactKey.ASCITES);
        Fact<Integer> encephalopathy = facts.of(FactKey.ENCEPHALOPATHY);
        List<Optional<Integer>> points = List.of(
                bilirubin.value().flatMap(value -> points(value.isBelow(BILIRUBIN_LOW), value.isAbove(BILIRUBIN_HIGH))),
                albumin.value().flatMap(value -> points(value.isAbove(ALBUMIN_HIGH), value.isBelow(ALBUMIN_LOW))),
                inr.value().flatMap(value -> points(value.isBelow(INR_LOW), value.isAbove(INR_HIGH))),
                ascites.value(),
                encephalopathy.value());
        int score = 0;
        for (Optional<Integer> some : points) {
            if (some.isEmpty()) {
                return Optional.empty();
            }
            score += some.get();
        }
        List<Evidence> evidence = new ArrayList<>();
        for (Fact<?> fact : List.of(bilirubin, albumin, inr, ascites, encephalopathy)) {
            evidence.addAll(fact.evidence());
        }
        return Optional.of(Fact.known(ChildPugh.ofPoints(score), evidence));
    }

    /** Better gives 1 point, worse 3, neither 2; a bound that leaves it open gives none. */
    private static Optional<Integer> points(Truth better, Truth worse) {
        if (better == Truth.MET) {
            return Optional.of(1);
        }
        if (worse == Truth.MET) {
            return Optional.of(3);
        }
        return better == Truth.NOT_MET && worse == Truth.NOT_MET ? Optional.of(2) : Optional.empty();
    }
}
