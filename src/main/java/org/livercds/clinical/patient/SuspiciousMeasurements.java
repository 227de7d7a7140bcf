package org.livercds.clinical.patient;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.livercds.clinical.Truth;

/** The measurements that may be of a live liver lesion. A key once said to be in the liver, or benign, is so for each of its measurements. */
final class SuspiciousMeasurements {

    private SuspiciousMeasurements() {}

    /** In the order in which they come. */
    static Map<LesionKey, List<Measurement>> byKey(List<Measurement> measurements) {
        Set<LesionKey> benign = identifiedKeys(measurements, Measurement::benign);
        Set<LesionKey> inLiver = identifiedKeys(measurements, measurement -> measurement.inLiver() == Truth.MET);
        Map<LesionKey, List<Measurement>> byKey = new LinkedHashMap<>();
        for (Measurement measurement : measurements) {
            LesionKey key = measurement.key();
            boolean harmless = measurement.benign() || benign.contains(key);
            if (!harmless && measurement.inLiver() != Truth.NOT_MET) {
                byKey.computeIfAbsent(key, any -> new ArrayList<>())
                        .add(inLiver.contains(key) ? measurement.inLiver(Truth.MET) : measurement);
            }
        }
        return byKey;
    }

    private static Set<LesionKey> identifiedKeys(List<Measurement> measurements, Predicate<Measurement> which) {
        Set<LesionKey> keys = new HashSet<>();
        for (Measurement measurement : measurements) {
            if (which.test(measurement) && measurement.key().kind() == LesionKey.Kind.IDENTIFIED) {
                keys.add(measurement.key());
            }
        }
        return keys;
    }
}
