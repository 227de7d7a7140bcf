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
        int measured = tracked.distinct();
        List<Evidence> conflicts = said.conflicts();
        if (said.holds(FactKey.LESIONS_INNUMERABLE)) {
            CountRange many = CountRange.moreThan(Math.max(MANY, measured - 1));
            return new LesionCount(
                    many, true, said.fact(FactKey.LESIONS_INNUMERABLE).evidence(), conflicts);
        }
        Fact<NumberRange> count = said.fact(FactKey.LESION_COUNT);
        return count.value()
                .map(stated -> stated(stated, measured, count.evidence(), conflicts))
                .orElseGet(() -> listed(tracked, said, conflicts));
    }

    /** Without a stated count the list says it, if it is complete and its lesions can be told apart. */
    private static LesionCount listed(LesionTracker.Tracked tracked, Statements said, List<Evidence> conflicts) {
        int measured = tracked.distinct();
        if (said.holds(FactKey.LESION_LIST_COMPLETE) && !tracked.ambiguous() && !tracked.mayBeTwice()) {
            List<Evidence> evidence = said.fact(FactKey.LESION_LIST_COMPLETE).evidence();
            return new LesionCount(CountRange.exactly(measured), false, evidence, conflicts);
        }
        return new LesionCount(CountRange.atLeast(measured), false, List.of(), conflicts);
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
        boolean unmeasured = high.isPresent() ? high.getAsInt() > measured : low > measured;
        return new LesionCount(range, unmeasured, evidence, conflicts);
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

        boolean holds(FactKey<Judgement> key) {
            return fact(key).test(Judgement.YES::equals) == Truth.MET;
        }

        /** Two different statements of one day, and "innumerable" beside a small count. */
        List<Evidence> conflicts() {
            List<Evidence> conflicts = new ArrayList<>();
            for (FactKey<?> key :
                    List.of(FactKey.LESION_COUNT, FactKey.LESION_LIST_COMPLETE, FactKey.LESIONS_INNUMERABLE)) {
                Fact<?> fact = fact(key);
                if (fact.isUnknownBecause(Fact.Reason.CONFLICTING)) {
                    conflicts.addAll(fact.evidence());
                }
            }
            Fact<NumberRange> count = fact(FactKey.LESION_COUNT);
            boolean few = count.decide(stated -> stated.isAbove(BigDecimal.valueOf(MANY))) == Truth.NOT_MET;
            if (few && holds(FactKey.LESIONS_INNUMERABLE)) {
                conflicts.addAll(count.evidence());
            }
            return conflicts;
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
