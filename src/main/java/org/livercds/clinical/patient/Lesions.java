package org.livercds.clinical.patient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
        Set<Evidence> conflicts = new LinkedHashSet<>(tracked.conflicts());
        conflicts.addAll(count.conflicts());
        return new Lesions(
                tracked.live(),
                tracked.gone(),
                tracked.mayBeTwice(),
                count.range(),
                count.unmeasured(),
                count.evidence(),
                List.copyOf(conflicts));
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
        for (Lesion lesion : live) {
            if (lesion.certainlyInLiver()) {
                return true;
            }
        }
        return !mayBeTwice && count.low() > live.size();
    }

    /** At least one that is known by a BodyStructure which could not be read. */
    public boolean anyUnresolved() {
        for (Lesion lesion : live) {
            if (lesion.key().kind() == LesionKey.Kind.UNRESOLVED) {
                return true;
            }
        }
        return false;
    }

    /** Each smaller than the limit, in mm; an open count does not matter here, an unmeasured lesion does. */
    public Truth eachBelow(BigDecimal limit) {
        List<Truth> each = new ArrayList<>(live.size());
        for (Lesion lesion : live) {
            each.add(below(lesion, limit));
        }
        boolean disputed = mayBeTwice && Collections.frequency(each, each.get(0)) < each.size();
        Truth measured = disputed ? Truth.UNKNOWN : Truth.allOf(each);
        return unmeasured ? measured.and(Truth.UNKNOWN) : measured;
    }

    /** At least one that is certainly not smaller than the limit, in mm. */
    public boolean anyFrom(BigDecimal limit) {
        return any(limit, Truth.NOT_MET);
    }

    /** At least one of exactly this size in mm, and none known to be larger. */
    public boolean isBoundary(BigDecimal limit) {
        boolean exactly = false;
        for (Lesion lesion : live) {
            if (lesion.size().decide(size -> size.millimetres().isAbove(limit)) == Truth.MET) {
                return false;
            }
            exactly |= lesion.size().test(size -> size.isExactly(limit)) == Truth.MET;
        }
        return exactly;
    }

    /** A lesion whose size the chart does not tell well enough to compare it with the limit, in mm. */
    public boolean anyUndecided(BigDecimal limit) {
        return unmeasured || any(limit, Truth.UNKNOWN) || mayBeTwice && eachBelow(limit) == Truth.UNKNOWN;
    }

    public List<Lesion> olderThan(int days, LocalDate asOf) {
        List<Lesion> older = new ArrayList<>();
        for (Lesion lesion : live) {
            if (lesion.measured().isPresent() && lesion.measured().get().isOlderThan(days, asOf)) {
                older.add(lesion);
            }
        }
        return older;
    }

    public List<Evidence> evidence() {
        if (live.size() == 1) {
            return live.get(0).evidence();
        }
        List<Evidence> evidence = new ArrayList<>();
        for (Lesion lesion : live) {
            evidence.addAll(lesion.evidence());
        }
        return evidence;
    }

    /** Of any of them, each once. */
    public Set<Evidence> treatments() {
        Set<Evidence> treatments = new LinkedHashSet<>();
        for (Lesion lesion : live) {
            treatments.addAll(lesion.treatments());
        }
        return treatments;
    }

    private boolean any(BigDecimal limit, Truth isBelow) {
        for (Lesion lesion : live) {
            if (below(lesion, limit) == isBelow) {
                return true;
            }
        }
        return false;
    }

    private static Truth below(Lesion lesion, BigDecimal limit) {
        return lesion.size().decide(size -> size.isBelow(limit));
    }
}
