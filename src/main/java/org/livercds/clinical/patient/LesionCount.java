package org.livercds.clinical.patient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
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
        Statements said = Statements.of(readings, newest(tracked.live()), asOf, limitDays);
        int measured = tracked.distinct();
        List<Evidence> conflicts = said.conflicts();
        if (holds(said.innumerable())) {
            CountRange many = CountRange.moreThan(Math.max(MANY, measured - 1));
            return new LesionCount(many, true, said.innumerable().evidence(), conflicts);
        }
        Optional<NumberRange> count = said.count().value();
        return count.isPresent()
                ? stated(count.get(), measured, said.count().evidence(), conflicts)
                : listed(tracked, said, conflicts);
    }

    /** Without a stated count the list says it, if it is complete and its lesions can be told apart. */
    private static LesionCount listed(LesionTracker.Tracked tracked, Statements said, List<Evidence> conflicts) {
        int measured = tracked.distinct();
        if (holds(said.complete()) && !tracked.ambiguous() && !tracked.mayBeTwice()) {
            List<Evidence> evidence = said.complete().evidence();
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

    private static boolean holds(Fact<Judgement> fact) {
        return fact.test(Judgement.YES::equals) == Truth.MET;
    }

    private static Optional<ChartDate> newest(List<Lesion> lesions) {
        Optional<ChartDate> newest = Optional.empty();
        for (Lesion lesion : lesions) {
            Optional<ChartDate> day = lesion.measured();
            if (day.isPresent()
                    && (newest.isEmpty()
                            || day.get().latest().isAfter(newest.get().latest()))) {
                newest = day;
            }
        }
        return newest;
    }

    /** What reports say about all lesions together. */
    private record Statements(Fact<NumberRange> count, Fact<Judgement> complete, Fact<Judgement> innumerable) {

        static Statements of(Readings readings, Optional<ChartDate> measured, LocalDate asOf, int limitDays) {
            int limit = measured.isPresent() ? Integer.MAX_VALUE : limitDays;
            return new Statements(
                    fact(counting(readings.of(FactKey.LESION_COUNT), measured), asOf, limit),
                    fact(counting(readings.of(FactKey.LESION_LIST_COMPLETE), measured), asOf, limit),
                    fact(counting(readings.of(FactKey.LESIONS_INNUMERABLE), measured), asOf, limit));
        }

        /** Two different statements of one day, and "innumerable" beside a small count. */
        List<Evidence> conflicts() {
            List<Evidence> conflicts = new ArrayList<>();
            for (Fact<?> fact : List.of(count, complete, innumerable)) {
                if (fact.isUnknownBecause(Fact.Reason.CONFLICTING)) {
                    conflicts.addAll(fact.evidence());
                }
            }
            boolean few = count.decide(stated -> stated.isAbove(BigDecimal.valueOf(MANY))) == Truth.NOT_MET;
            if (few && holds(innumerable)) {
                conflicts.addAll(count.evidence());
            }
            return conflicts;
        }

        private static <T> Fact<T> fact(List<Reading<T>> counting, LocalDate asOf, int limit) {
            return NewestReading.of(counting, asOf, limit, Fact.Reason.NOT_RECORDED);
        }

        private static <T> List<Reading<T>> counting(List<Reading<T>> readings, Optional<ChartDate> measured) {
            if (measured.isEmpty()) {
                return readings;
            }
            List<Reading<T>> counting = new ArrayList<>(readings.size());
            for (Reading<T> reading : readings) {
                if (reading.date().isPresent() && counts(reading.date().get(), measured.get())) {
                    counting.add(reading);
                }
            }
            return counting;
        }

        private static boolean counts(ChartDate said, ChartDate measured) {
            return said.equals(measured) || !said.earliest().isBefore(measured.latest());
        }
    }
}
