package org.livercds.clinical.patient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Truth;

/**
 * The live lesions of the liver and how many there are.
 *
 * @param live the tracked ones, the largest first and before it those of unknown size
 * @param count all of them, also those that a report counts and nobody measured
 * @param gone measurements that no longer saw a lesion
 * @param mayBeTwice two of the tracked ones may be one: what holds for one of them need not hold for any lesion
 * @param unmeasured a report counts more than were measured
 * @param countEvidence the statement behind the count, if there is one
 * @param conflicts entries that contradict each other or cannot be
 */
public record Lesions(
        List<Lesion> live,
        List<Evidence> gone,
        boolean mayBeTwice,
        CountRange count,
        boolean unmeasured,
        List<Evidence> countEvidence,
        List<Evidence> conflicts) {

    public Lesions {
        live = List.copyOf(live);
        gone = List.copyOf(gone);
        countEvidence = List.copyOf(countEvidence);
        conflicts = List.copyOf(conflicts);
    }

    static Lesions of(LesionTracker.Tracked tracked, LesionCount count) {
        List<Evidence> conflicts = Stream.concat(tracked.conflicts().stream(), count.conflicts().stream())
                .distinct()
                .toList();
        return new Lesions(
                tracked.live(),
                tracked.gone(),
                tracked.mayBeTwice(),
                count.range(),
                count.unmeasured(),
                count.evidence(),
                conflicts);
    }

    /** Where not all observations could be read, nobody knows that these are all. */
    Lesions openIf(boolean unread) {
        CountRange atLeast = unread ? CountRange.atLeast(count.low()) : count;
        return new Lesions(live, gone, mayBeTwice, atLeast, unmeasured, countEvidence, conflicts);
    }

    /** The same lesions, each measured anew. */
    Lesions measuring(List<Lesion> sized) {
        return new Lesions(sized, gone, mayBeTwice, count, false, countEvidence, conflicts);
    }

    Lesions numbering(CountRange other) {
        return new Lesions(live, gone, mayBeTwice, other, unmeasured, countEvidence, conflicts);
    }

    /** At least one, measured or only counted. */
    public boolean any() {
        return count.low() > 0;
    }

    /** At least one that is certainly in the liver. */
    public boolean seenInLiver() {
        return live.stream().anyMatch(Lesion::certainlyInLiver) || !mayBeTwice && count.low() > live.size();
    }

    /** Each smaller than the limit, in mm; an open count does not matter here, an unmeasured lesion does. */
    public Truth eachBelow(BigDecimal limit) {
        List<Truth> each = live.stream().map(lesion -> below(lesion, limit)).toList();
        boolean disputed = mayBeTwice && each.stream().distinct().count() > 1;
        Truth measured = disputed ? Truth.UNKNOWN : Truth.allOf(each);
        return unmeasured ? measured.and(Truth.UNKNOWN) : measured;
    }

    /** At least one that is certainly not smaller than the limit, in mm. */
    public boolean anyFrom(BigDecimal limit) {
        return live.stream().anyMatch(lesion -> below(lesion, limit) == Truth.NOT_MET);
    }

    /** At least one of exactly this size in mm, and none known to be larger. */
    public boolean isBoundary(BigDecimal limit) {
        return live.stream().flatMap(lesion -> lesion.size().value().stream()).anyMatch(size -> size.isExactly(limit))
                && live.stream()
                        .noneMatch(lesion ->
                                lesion.size().decide(size -> size.millimetres().isAbove(limit)) == Truth.MET);
    }

    /** A lesion whose size the chart does not tell well enough to compare it with the limit, in mm. */
    public boolean anyUndecided(BigDecimal limit) {
        return unmeasured
                || live.stream().anyMatch(lesion -> below(lesion, limit) == Truth.UNKNOWN)
                || mayBeTwice && eachBelow(limit) == Truth.UNKNOWN;
    }

    public List<Lesion> olderThan(int days, LocalDate asOf) {
        return live.stream()
                .filter(lesion -> lesion.measured()
                        .filter(day -> day.isOlderThan(days, asOf))
                        .isPresent())
                .toList();
    }

    public List<Evidence> evidence() {
        return live.stream().flatMap(lesion -> lesion.evidence().stream()).toList();
    }

    private static Truth below(Lesion lesion, BigDecimal limit) {
        return lesion.size().decide(size -> size.isBelow(limit));
    }
}
