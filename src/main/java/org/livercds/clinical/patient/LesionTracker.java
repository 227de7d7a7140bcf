package org.livercds.clinical.patient;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            return live.stream()
                    .filter(lesion -> lesion.key().kind() == LesionKey.Kind.UNRESOLVED)
                    .count();
        }
    }

    static Tracked track(List<Measurement> measurements, List<Treatment> treatments, LocalDate asOf) {
        LesionTracker tracker = new LesionTracker(asOf);
        List<Measurement> suspicious = suspicious(measurements);
        byKey(suspicious, LesionKey.Kind.IDENTIFIED).forEach(tracker::addIdentified);
        byKey(suspicious, LesionKey.Kind.UNRESOLVED).forEach(tracker::addIdentified);
        byKey(suspicious, LesionKey.Kind.SEGMENT).forEach(tracker::addSegment);
        byKey(suspicious, LesionKey.Kind.NONE).forEach(tracker::addUnkeyed);
        List<Lesion> live = tracker.lesions.stream()
                .filter(lesion -> !lesion.isResolved())
                .map(lesion -> lesion.after(treatments))
                .sorted(Comparator.comparing(Lesion::atMost).reversed())
                .toList();
        List<Evidence> gone = tracker.lesions.stream()
                .filter(Lesion::isResolved)
                .flatMap(lesion -> lesion.evidence().stream())
                .toList();
        return new Tracked(live, gone, tracker.ambiguous, List.copyOf(tracker.conflicts));
    }

    /** A key once said to be in the liver, or benign, is so for each of its measurements. */
    private static List<Measurement> suspicious(List<Measurement> measurements) {
        Set<LesionKey> benign =
                identifiedKeys(measurements.stream().filter(Measurement::benign).toList());
        Set<LesionKey> inLiver = identifiedKeys(measurements.stream()
                .filter(measurement -> measurement.inLiver() == Truth.MET)
                .toList());
        return measurements.stream()
                .filter(measurement -> !measurement.benign() && !benign.contains(measurement.key()))
                .filter(measurement -> measurement.inLiver() != Truth.NOT_MET)
                .map(measurement -> inLiver.contains(measurement.key()) ? measurement.inLiver(Truth.MET) : measurement)
                .toList();
    }

    private static Set<LesionKey> identifiedKeys(List<Measurement> measurements) {
        return measurements.stream()
                .map(Measurement::key)
                .filter(key -> key.kind() == LesionKey.Kind.IDENTIFIED)
                .collect(toSet());
    }

    private static Iterable<List<Measurement>> byKey(List<Measurement> measurements, LesionKey.Kind kind) {
        return measurements.stream()
                .filter(measurement -> measurement.key().kind() == kind)
                .collect(groupingBy(Measurement::key, LinkedHashMap::new, toList()))
                .values();
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
            newest.forEach(measurement -> lesions.add(ofOneDay(List.of(measurement))));
        } else {
            ambiguous |= newest.size() > 1;
            lesions.add(ofOneDay(newest));
        }
    }

    private void addUnkeyed(List<Measurement> unkeyed) {
        List<Measurement> newest = newest(unkeyed);
        newest.forEach(measurement -> lesions.add(ofOneDay(List.of(measurement))));
        List<Measurement> undated = unkeyed.stream()
                .filter(measurement -> !measurement.isDated(asOf))
                .toList();
        ambiguous |= !undated.isEmpty();
        if (newest.isEmpty()) {
            undated.forEach(measurement -> lesions.add(undated(List.of(measurement))));
        }
    }

    /** Those of the newest day, and those recorded so vaguely that they may be of that day or later. */
    private List<Measurement> newest(List<Measurement> measurements) {
        List<Measurement> dated = measurements.stream()
                .filter(measurement -> measurement.isDated(asOf))
                .toList();
        Optional<LocalDate> newest = dated.stream().map(Measurement::day).max(Comparator.naturalOrder());
        return dated.stream()
                .filter(measurement ->
                        !measurement.date().orElseThrow().latest().isBefore(newest.orElseThrow()))
                .toList();
    }

    private static boolean allApart(List<Measurement> measurements) {
        List<SizeRange> sizes = usable(measurements);
        return sizes.size() == measurements.size() && !anyPair(sizes, (one, other) -> !one.isApartFrom(other));
    }

    private Lesion undated(List<Measurement> measurements) {
        addImplausible(measurements);
        return lesion(measurements, Optional.empty(), Fact.Reason.UNREADABLE);
    }

    private Lesion ofOneDay(List<Measurement> measurements) {
        addImplausible(measurements);
        List<SizeRange> sizes = usable(measurements);
        if (measurements.get(0).key().kind() == LesionKey.Kind.IDENTIFIED && anyPair(sizes, SizeRange::isApartFrom)) {
            measurements.forEach(measurement -> conflicts.add(measurement.evidence()));
        }
        return lesion(measurements, widest(measurements), Fact.Reason.UNREADABLE);
    }

    private void addImplausible(List<Measurement> measurements) {
        measurements.stream()
                .filter(Measurement::implausible)
                .map(Measurement::evidence)
                .forEach(conflicts::add);
    }

    private static Lesion lesion(List<Measurement> measurements, Optional<ChartDate> day, Fact.Reason otherwise) {
        List<Evidence> evidence =
                measurements.stream().map(Measurement::evidence).toList();
        boolean inLiver = measurements.stream().allMatch(measurement -> measurement.inLiver() == Truth.MET);
        Optional<SizeRange> size = day.flatMap(
                date -> usable(measurements).stream().reduce(SizeRange::span).filter(span -> inLiver));
        Fact<SizeRange> fact = size.map(range -> Fact.known(range, evidence))
                .orElseGet(() -> Fact.unknown(inLiver ? otherwise : Fact.Reason.INCOMPLETE, evidence));
        return new Lesion(measurements.get(0).key(), fact, day, inLiver, List.of(), evidence);
    }

    /** The measurements of one day may tell it more or less precisely. */
    private static Optional<ChartDate> widest(List<Measurement> ofOneDay) {
        LocalDate earliest = ofOneDay.stream()
                .map(Measurement::day)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return ofOneDay.stream()
                .map(measurement -> measurement.date().orElseThrow().latest())
                .max(Comparator.naturalOrder())
                .map(latest -> new ChartDate(earliest, latest));
    }

    private static List<SizeRange> usable(List<Measurement> measurements) {
        return measurements.stream()
                .flatMap(measurement -> measurement.size().value().stream())
                .toList();
    }

    private static boolean anyPair(List<SizeRange> sizes, BiPredicate<SizeRange, SizeRange> test) {
        return sizes.stream().anyMatch(one -> sizes.stream().anyMatch(other -> one != other && test.test(one, other)));
    }
}
