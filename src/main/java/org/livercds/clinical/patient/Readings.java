package org.livercds.clinical.patient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The recorded results of all facts, each of the type its key names. */
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
        List<Reading<?>> readings = new ArrayList<>(of(key));
        readings.add(reading);
        more.put(key, readings);
        return new Readings(more);
    }

    public Readings without(FactKey<?> key) {
        Map<FactKey<?>, List<Reading<?>>> fewer = new HashMap<>(byKey);
        fewer.remove(key);
        return new Readings(fewer);
    }

    /** As they came, by their keys. */
    Map<FactKey<?>, List<Reading<?>>> byKey() {
        return byKey;
    }

    /** As they came. */
    <T> List<Reading<T>> of(FactKey<T> key) {
        return typed(byKey.getOrDefault(key, List.of()));
    }

    /** Whatever stands under a key came with that key. */
    @SuppressWarnings("unchecked")
    static <T> List<Reading<T>> typed(List<? extends Reading<?>> readings) {
        return (List<Reading<T>>) readings;
    }
}
