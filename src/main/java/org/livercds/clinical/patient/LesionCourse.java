package org.livercds.clinical.patient;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.livercds.clinical.Evidence;

/**
 * One lesion through time.
 *
 * @param today as the rules see it; empty where it is no longer seen
 * @param segment empty where the chart names none, or several
 * @param measurements all that are of it, as they came
 */
public record LesionCourse(Optional<Lesion> today, Optional<Segment> segment, List<Measurement> measurements) {
    public LesionCourse {
        requireNonNull(today, "today");
        requireNonNull(segment, "segment");
        measurements = List.copyOf(measurements);
    }

    /** @param segments that each measurement names, by its reference */
    static LesionCourse of(Optional<Lesion> today, List<Measurement> measurements, Map<String, Set<Segment>> segments) {
        Set<Segment> named = EnumSet.noneOf(Segment.class);
        for (Measurement measurement : measurements) {
            named.addAll(segments.getOrDefault(measurement.evidence().reference(), Set.of()));
        }
        Optional<Segment> one = named.size() == 1 ? Optional.of(named.iterator().next()) : Optional.empty();
        return new LesionCourse(today, one, measurements);
    }

    /** Those of the measurements that the lesion rests on today. */
    static List<Measurement> behind(Lesion lesion, List<Measurement> measurements) {
        List<Measurement> behind = new ArrayList<>(measurements);
        List<Evidence> evidence = lesion.evidence();
        behind.removeIf(measurement -> !evidence.contains(measurement.evidence()));
        return behind;
    }
}
