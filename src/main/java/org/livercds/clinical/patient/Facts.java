package org.livercds.clinical.patient;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Truth;

/** The facts that are recorded as dated results, each as its newest usable result says: found once, asked often. */
public final class Facts {

    private static final Fact<?> NOT_RECORDED = Fact.notRecorded();
    private static final Fact<?> INCOMPLETE = Fact.unknown(Fact.Reason.INCOMPLETE, List.of());

    private final LocalDate asOf;
    private final int limitDays;
    private final Set<ChartPart> unread;
    private final Map<FactKey<?>, List<Reading<?>>> recorded;
    private final Map<FactKey<?>, Fact<?>> newest = new HashMap<>();
    private final Map<FactKey<?>, Fact<?>> judged = new HashMap<>();

    /**
     * Of one chart.
     *
     * @param limitDays older results are out of date
     * @param unread parts of the chart that could not be read in full: what is missing there is not "not recorded"
     */
    public Facts(Readings readings, LocalDate asOf, int limitDays, Set<ChartPart> unread) {
        this.asOf = asOf;
        this.limitDays = limitDays;
        this.unread = unread;
        this.recorded = readings.byKey();
        recorded.keySet().forEach(this::find);
    }

    private Facts(Facts others, FactKey<Judgement> key, Fact<Judgement> fact) {
        this.asOf = others.asOf;
        this.limitDays = others.limitDays;
        this.unread = others.unread;
        this.recorded = others.recorded;
        newest.putAll(others.newest);
        judged.putAll(others.judged);
        newest.put(key, fact);
        judged.put(key, judged(fact));
    }

    /** The same with one judgement otherwise. */
    Facts with(FactKey<Judgement> key, Fact<Judgement> fact) {
        return new Facts(this, key, fact);
    }

    public Set<ChartPart> unread() {
        return unread;
    }

    public <T> Fact<T> of(FactKey<T> key) {
        return typed(newest.getOrDefault(key, unsaid(key)));
    }

    /** "Undetermined" counts as if nothing were recorded. */
    public Fact<Boolean> judged(FactKey<Judgement> key) {
        return typed(judged.getOrDefault(key, unsaid(key)));
    }

    /** For results that speak of one lesion each: all current ones that pass the test, whatever the others say. */
    <T> List<Evidence> currentOfEach(FactKey<T> key, Predicate<T> test) {
        List<Evidence> current = new ArrayList<>();
        for (Reading<T> reading : Readings.<T>typed(recorded.getOrDefault(key, List.of()))) {
            if (reading.value().filter(test).isPresent()
                    && reading.date().filter(this::isCurrent).isPresent()) {
                current.add(reading.evidence());
            }
        }
        return current;
    }

    private <T> void find(FactKey<T> key) {
        int limit = key.equals(FactKey.PREGNANT) ? Limits.PREGNANCY : limitDays;
        Fact<T> fact = NewestReading.of(Readings.<T>typed(recorded.get(key)), asOf, limit, Fact.Reason.NOT_RECORDED);
        newest.put(key, fact);
        if (key.type() == Judgement.class) {
            judged.put(key, judged(typed(fact)));
        }
    }

    private static Fact<Boolean> judged(Fact<Judgement> fact) {
        return fact.test(Judgement.UNDETERMINED::equals) == Truth.MET
                ? Fact.unknown(Fact.Reason.NOT_RECORDED, fact.evidence())
                : fact.map(Judgement.YES::equals);
    }

    private boolean isCurrent(ChartDate day) {
        return !day.isFuture(asOf) && !day.isOlderThan(limitDays, asOf);
    }

    private Fact<?> unsaid(FactKey<?> key) {
        return unread.contains(key.part()) ? INCOMPLETE : NOT_RECORDED;
    }

    /** Whatever stands under a key was read with that key. */
    @SuppressWarnings("unchecked")
    private static <T> Fact<T> typed(Fact<?> fact) {
        return (Fact<T>) fact;
    }
}
