package org.livercds.clinical.patient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The recorded results of all facts, each list of the type its key names. */
public final class Readings {

    private final Map<FactKey<?>, List<Reading<?>>> byKey;

    private Readings(Map<FactKey<?>, List<Reading<?>>> byKey) {
        this.byKey = byKey;
    }

    public static Readings none() {
        return new Readings(Map.of());
    }

    /** Gathers the results of a chart. */
    public static final class Builder {

        private final Map<FactKey<?>, List<Reading<?>>> byKey = new HashMap<>();

        public <T> void add(FactKey<T> key, Reading<T> reading) {
            byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(reading);
        }

        /** No more is added after it. */
        public Readings build() {
            return new Readings(byKey);
        }
    }

    public <T> Readings with(FactKey<T> key, Reading<T> reading) {
        Map<FactKey<?>, List<Reading<?>>> more = new HashMap<>(byKey);
        more.merge(key, List.of(reading), Readings::concat);
        return new Readings(more);
    }

    public Readings without(FactKey<?> key) {
        Map<FactKey<?>, List<Reading<?>>> fewer = new HashMap<>(byKey);
        fewer.remove(key);
        return new Readings(fewer);
    }

    <T> List<Reading<T>> of(FactKey<T> key) {
        return byKey.getOrDefault(key, List.of()).stream()
                .map(reading -> typed(key, reading))
                .toList();
    }

    private static <T> Reading<T> typed(FactKey<T> key, Reading<?> reading) {
        Optional<T> value = reading.value().map(key.type()::cast);
        return new Reading<>(value, reading.date(), reading.evidence());
    }

    private static List<Reading<?>> concat(List<Reading<?>> some, List<Reading<?>> others) {
        List<Reading<?>> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
