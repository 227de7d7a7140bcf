package org.livercds.clinical.patient;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Truth;

/**
 * From measurements to the live lesions: which measurements are of one lesion, and which of them counts.
 * The latest date decides, usable or not; the values of one day make an interval.
 */
final class LesionTracker {

    private static final Comparator<Lesion> LARGEST_FIRST =
            Comparator.comparing(Lesion::atMost).reversed();

    private final LocalDate asOf;
    private final List<Lesion> lesions = new ArrayList<>();
    private final List<Evidence> conflicts = new ArrayList<>();
    private boolean ambiguous;

    private LesionTracker(LocalDate asOf) {
        this.asOf = asOf;
    }

    /**
     * What was tracked.
     *
     * @param gone measurements that no longer saw a lesion
     * @param ambiguous the number of lesions cannot be told from the measurements
     * @param conflicts measurements that contradict each other or cannot be
     */
    record Tracked(List<Lesion> live, List<Evidence> gone, boolean ambiguous, List<Evidence> conflicts) {

        /** Some are known by a BodyStructure that could not be read and others are not: two of them may be one. */
        boolean mayBeTwice() {
            long unresolved = unresolved();
            return unresolved > 0 && unresolved < live.size();
        }

        /** So many are surely different. */
        int distinct() {
            int unresolved = (int) unresolved();
            return Math.max(unresolved, live.size() - unresolved);
        }

        private long unresolved() {
            long unresolved = 0;
            for (Lesion lesion : live) {
                unresolved += lesion.key().kind() == LesionKey.Kind.UNRESOLVED ? 1 : 0;
            }
            return unresolved;
        }
    }

    static Tracked track(List<Measurement> measurements, List<Treatment> treatments, LocalDate asOf) {
        LesionTracker tracker = new LesionTracker(asOf);
        Map<LesionKey, List<Measurement>> byKey = SuspiciousMeasurements.byKey(measurements);
        for (LesionKey.Kind kind : LesionKey.Kind.values()) {
            for (Map.Entry<LesionKey, List<Measurement>> entry : byKey.entrySet()) {
                if (entry.getKey().kind() == kind) {
                    tracker.add(kind, entry.getValue());
                }
            }
        }
        List<Lesion> live = new ArrayList<>(tracker.lesions.size());
        List<Evidence> gone = new ArrayList<>();
        for (Lesion lesion : tracker.lesions) {
            if (lesion.isResolved()) {
                gone.addAll(lesion.evidence());
            } else {
                live.add(lesion.after(treatments));
            }
        }
        live.sort(LARGEST_FIRST);
        return new Tracked(live, gone, tracker.ambiguous, List.copyOf(tracker.conflicts));
    }

    private void add(LesionKey.Kind kind, List<Measurement> ofOneKey) {
        switch (kind) {
            case SEGMENT -> addSegment(ofOneKey);
            case NONE -> addUnkeyed(ofOneKey);
            default -> addIdentified(ofOneKey);
        }
    }

    private void addIdentified(List<Measurement> ofOneLesion) {
        List<Measurement> newest = newest(ofOneLesion);
        lesions.add(newest.isEmpty() ? undated(ofOneLesion) : ofOneDay(newest));
    }

    private void addSegment(List<Measurement> ofOneSegment) {
        List<Measurement> newest = newest(ofOneSegment);
        if (newest.isEmpty()) {
            ambiguous |= ofOneSegment.size() > 1;
            lesions.add(undated(ofOneSegment));
        } else if (allApart(newest)) {
            for (Measurement measurement : newest) {
                lesions.add(ofOneDay(List.of(measurement)));
            }
        } else {
            ambiguous |= newest.size() > 1;
            lesions.add(ofOneDay(newest));
        }
    }

    private void addUnkeyed(List<Measurement> unkeyed) {
        List<Measurement> newest = newest(unkeyed);
        for (Measurement measurement : newest) {
            lesions.add(ofOneDay(List.of(measurement)));
        }
        for (Measurement measurement : unkeyed) {
            boolean undated = !measurement.isDated(asOf);
            ambiguous |= undated;
            if (undated && newest.isEmpty()) {
                lesions.add(undated(List.of(measurement)));
            }
        }
    }

    /** Those of the newest day, and those recorded so vaguely that they may be of that day or later. */
    private List<Measurement> newest(List<Measurement> measurements) {
        List<Measurement> dated = new ArrayList<>(measurements.size());
        LocalDate newest = LocalDate.MIN;
        for (Measurement measurement : measurements) {
            if (measurement.isDated(asOf)) {
                dated.add(measurement);
                newest = measurement.day().isAfter(newest) ? measurement.day() : newest;
            }
        }
        LocalDate begin = newest;
        dated.removeIf(measurement -> measurement.lastDay().isBefore(begin));
        return dated;
    }

    private static boolean allApart(List<Measurement> measurements) {
        List<SizeRange> sizes = usable(measurements);
        return sizes.size() == measurements.size() && !anyPair(sizes, (one, other) -> !one.isApartFrom(other));
    }

    private Lesion undated(List<Measurement> measurements) {
        addImplausible(measurements);
        return lesion(measurements, Optional.empty());
    }

    private Lesion ofOneDay(List<Measurement> measurements) {
        addImplausible(measurements);
        List<SizeRange> sizes = usable(measurements);
        if (measurements.get(0).key().kind() == LesionKey.Kind.IDENTIFIED && anyPair(sizes, SizeRange::isApartFrom)) {
            conflicts.addAll(evidence(measurements));
        }
        return lesion(measurements, Optional.of(widest(measurements)));
    }

    private void addImplausible(List<Measurement> measurements) {
        for (Measurement measurement : measurements) {
            if (measurement.implausible()) {
                conflicts.add(measurement.evidence());
            }
        }
    }

    private static Lesion lesion(List<Measurement> measurements, Optional<ChartDate> day) {
        List<Evidence> evidence = evidence(measurements);
        boolean inLiver = true;
        for (Measurement measurement : measurements) {
            inLiver &= measurement.inLiver() == Truth.MET;
        }
        List<SizeRange> sizes = day.isPresent() && inLiver ? usable(measurements) : List.of();
        Fact<SizeRange> size = sizes.isEmpty()
                ? Fact.unknown(inLiver ? Fact.Reason.UNREADABLE : Fact.Reason.INCOMPLETE, evidence)
                : Fact.known(span(sizes), evidence);
        return new Lesion(measurements.get(0).key(), size, day, inLiver, List.of(), evidence);
    }

    /** The measurements of one day may tell it more or less precisely. */
    private static ChartDate widest(List<Measurement> ofOneDay) {
        Measurement begin = Collections.max(ofOneDay, Comparator.comparing(Measurement::day));
        Measurement end = Collections.max(ofOneDay, Comparator.comparing(Measurement::lastDay));
        return new ChartDate(begin.day(), end.lastDay());
    }

    private static List<Evidence> evidence(List<Measurement> measurements) {
        List<Evidence> evidence = new ArrayList<>(measurements.size());
        for (Measurement measurement : measurements) {
            evidence.add(measurement.evidence());
        }
        return List.copyOf(evidence);
    }

    private static List<SizeRange> usable(List<Measurement> measurements) {
        List<SizeRange> usable = new ArrayList<>(measurements.size());
        for (Measurement measurement : measurements) {
            measurement.size().value().ifPresent(usable::add);
        }
        return usable;
    }

    private static SizeRange span(List<SizeRange> sizes) {
        SizeRange span = sizes.get(0);
        for (SizeRange size : sizes) {
            span = span.span(size);
        }
        return span;
    }

    private static boolean anyPair(List<SizeRange> sizes, BiPredicate<SizeRange, SizeRange> test) {
        for (SizeRange one : sizes) {
            for (SizeRange other : sizes) {
                if (one != other && test.test(one, other)) {
                    return true;
                }
            }
        }
        return false;
    }
}
