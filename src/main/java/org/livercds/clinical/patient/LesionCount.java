package org.livercds.clinical.patient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Truth;

/**
 * How many lesions: what was measured together with what a report states. A statement counts only if it is dated on
 * or after the newest measurement used; where nothing is measured, only if it is current.
 */
record LesionCount(CountRange range, boolean unmeasured, List<Evidence> evidence, List<Evidence> conflicts) {

    private static final int MANY = 3;

    static LesionCount of(LesionTracker.Tracked tracked, Readings readings, LocalDate asOf, int limitDays) {
        Statements said = new Statements(readings, newest(tracked.live()), asOf, limitDays);
        Fact<NumberRange> count = said.fact(FactKey.LESION_COUNT);
        Fact<Judgement> complete = said.fact(FactKey.LESION_LIST_COMPLETE);
        Fact<Judgement> innumerable = said.fact(FactKey.LESIONS_INNUMERABLE);
        int measured = tracked.live().size();
        List<Evidence> conflicts = new ArrayList<>();
        for (Fact<?> fact : List.of(count, complete, innumerable)) {
            if (fact.isUnknownBecause(Fact.Reason.CONFLICTING)) {
                conflicts.addAll(fact.evidence());
            }
        }
        if (innumerable.test(Judgement.YES::equals) == Truth.MET) {
            if (count.decide(stated -> stated.isAbove(BigDecimal.valueOf(MANY))) == Truth.NOT_MET) {
                conflicts.addAll(count.evidence());
            }
            CountRange many = CountRange.moreThan(Math.max(MANY, measured - 1));
            return new LesionCount(many, true, innumerable.evidence(), conflicts);
        }
        boolean listed = complete.test(Judgement.YES::equals) == Truth.MET && !tracked.ambiguous();
        CountRange withoutCount = listed ? CountRange.exactly(measured) : CountRange.atLeast(measured);
        List<Evidence> listEvidence = listed ? complete.evidence() : List.of();
        return count.value()
                .map(stated -> stated(stated, measured, count.evidence(), conflicts))
                .orElseGet(() -> new LesionCount(withoutCount, false, listEvidence, conflicts));
    }

    /** More than measured: the rest is unmeasured. Fewer than measured: the measured ones stand, a contradiction. */
    private static LesionCount stated(
            NumberRange stated, int measured, List<Evidence> evidence, List<Evidence> conflicts) {
        int low = stated.low().intValueExact() + (stated.lowOpen() ? 1 : 0);
        OptionalInt high = stated.high()
                .map(end -> OptionalInt.of(end.intValueExact() - (stated.highOpen() ? 1 : 0)))
                .orElse(OptionalInt.empty());
        if (high.isPresent() && high.getAsInt() < measured) {
            conflicts.addAll(evidence);
            return new LesionCount(CountRange.exactly(measured), false, evidence, conflicts);
        }
        CountRange range = new CountRange(Math.max(low, measured), high, high.isEmpty());
        return new LesionCount(range, low > measured, evidence, conflicts);
    }

    private static Optional<ChartDate> newest(List<Lesion> lesions) {
        return lesions.stream()
                .flatMap(lesion -> lesion.measured().stream())
                .max(Comparator.comparing(ChartDate::latest));
    }

    private record Statements(Readings readings, Optional<ChartDate> newestMeasurement, LocalDate asOf, int limitDays) {

        <T> Fact<T> fact(FactKey<T> key) {
            List<Reading<T>> counting =
                    readings.of(key).stream().filter(this::counts).toList();
            int limit = newestMeasurement.isPresent() ? Integer.MAX_VALUE : limitDays;
            return NewestReading.of(counting, asOf, limit, Fact.Reason.NOT_RECORDED);
        }

        private boolean counts(Reading<?> reading) {
            return newestMeasurement
                    .map(measured -> reading.date()
                            .filter(said ->
                                    said.equals(measured) || !said.earliest().isBefore(measured.latest()))
                            .isPresent())
                    .orElse(true);
        }
    }
}
