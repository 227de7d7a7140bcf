package org.livercds.clinical.patient;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Truth;

/**
 * The facts that are recorded as dated results, each as its newest usable result says.
 *
 * @param limitDays older results are out of date
 * @param unread parts of the chart that could not be read in full: what is missing there is not "not recorded"
 */
public record Facts(Readings readings, LocalDate asOf, int limitDays, Set<ChartPart> unread) {

    public <T> Fact<T> of(FactKey<T> key) {
        Fact.Reason ifNone = unread.contains(key.part()) ? Fact.Reason.INCOMPLETE : Fact.Reason.NOT_RECORDED;
        int limit = key.equals(FactKey.PREGNANT) ? Limits.PREGNANCY : limitDays;
        return NewestReading.of(readings.of(key), asOf, limit, ifNone);
    }

    /** For results that speak of one lesion each: all current ones that pass the test, whatever the others say. */
    <T> List<Evidence> currentOfEach(FactKey<T> key, Predicate<T> test) {
        return readings.of(key).stream()
                .filter(reading -> reading.value().filter(test).isPresent())
                .filter(reading -> reading.date()
                        .filter(day -> !day.isFuture(asOf) && !day.isOlderThan(limitDays, asOf))
                        .isPresent())
                .map(Reading::evidence)
                .toList();
    }

    /** "Undetermined" counts as if nothing were recorded. */
    public Fact<Boolean> judged(FactKey<Judgement> key) {
        Fact<Judgement> fact = of(key);
        return fact.test(Judgement.UNDETERMINED::equals) == Truth.MET
                ? Fact.unknown(Fact.Reason.NOT_RECORDED, fact.evidence())
                : fact.map(Judgement.YES::equals);
    }
}
