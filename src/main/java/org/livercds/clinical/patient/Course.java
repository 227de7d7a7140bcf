package org.livercds.clinical.patient;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.livercds.clinical.ChartDate;

/**
 * How the disease went, for people to look at: it decides nothing, and no hook asks for it.
 *
 * @param lesions the live ones in the order of {@link Lesions#live()}, then those that are no longer seen
 * @param apart measurements of which the chart does not say to which lesion they belong
 * @param afp as recorded, by mass or by units
 * @param bilirubin in mg/dL
 * @param sex as the chart codes it
 */
public record Course(
        List<LesionCourse> lesions,
        List<Measurement> apart,
        List<Treatment> treatments,
        List<Therapy> therapies,
        List<Reading<NumberRange>> afp,
        List<Reading<NumberRange>> bilirubin,
        String sex) {
    public Course {
        lesions = List.copyOf(lesions);
        apart = List.copyOf(apart);
        treatments = List.copyOf(treatments);
        therapies = List.copyOf(therapies);
        afp = List.copyOf(afp);
        bilirubin = List.copyOf(bilirubin);
    }

    /** What the chart entries leave out because no rule asks for it, the segments by the reference of a measurement. */
    public record Extra(Map<String, Set<Segment>> segments, List<Therapy> therapies, String sex) {
        public Extra {
            segments = Map.copyOf(segments);
            therapies = List.copyOf(therapies);
        }
    }

    public static Course of(ChartEntries entries, Extra extra) {
        Map<LesionKey, List<Measurement>> byKey = SuspiciousMeasurements.byKey(entries.measurements());
        List<Lesion> live = LesionTracker.track(entries.measurements(), entries.treatments(), entries.asOf())
                .live();
        List<LesionCourse> lesions = lesions(byKey, live, extra.segments());
        return new Course(
                lesions,
                apart(byKey, lesions),
                entries.treatments(),
                extra.therapies(),
                entries.readings().of(FactKey.AFP),
                entries.readings().of(FactKey.BILIRUBIN),
                extra.sex());
    }

    private static List<LesionCourse> lesions(
            Map<LesionKey, List<Measurement>> byKey, List<Lesion> live, Map<String, Set<Segment>> segments) {
        List<LesionCourse> lesions = new ArrayList<>();
        for (Lesion lesion : live) {
            List<Measurement> ofKey = byKey.get(lesion.key());
            boolean all = isOneLesion(lesion.key(), ofKey, live);
            List<Measurement> own = all ? ofKey : LesionCourse.behind(lesion, ofKey);
            lesions.add(LesionCourse.of(Optional.of(lesion), own, segments));
        }
        byKey.forEach((key, ofKey) -> {
            if (among(live, key) == 0 && isOneLesion(key, ofKey, live)) {
                lesions.add(LesionCourse.of(Optional.empty(), ofKey, segments));
            }
        });
        return lesions;
    }

    /** A segment may hold several lesions: it is a key to one where it never had two measurements of one day. */
    private static boolean isOneLesion(LesionKey key, List<Measurement> ofKey, List<Lesion> live) {
        return switch (key.kind()) {
            case IDENTIFIED, UNRESOLVED -> true;
            case SEGMENT -> among(live, key) < 2 && haveDaysOfTheirOwn(ofKey);
            case NONE -> false;
        };
    }

    private static long among(List<Lesion> live, LesionKey key) {
        return live.stream().filter(lesion -> lesion.key().equals(key)).count();
    }

    private static boolean haveDaysOfTheirOwn(List<Measurement> measurements) {
        Set<Optional<ChartDate>> days = new HashSet<>();
        boolean own = true;
        for (Measurement measurement : measurements) {
            own &= days.add(measurement.date());
        }
        return own;
    }

    private static List<Measurement> apart(Map<LesionKey, List<Measurement>> byKey, List<LesionCourse> lesions) {
        List<Measurement> apart = new ArrayList<>();
        byKey.values().forEach(apart::addAll);
        lesions.forEach(lesion -> apart.removeAll(lesion.measurements()));
        return apart;
    }
}
