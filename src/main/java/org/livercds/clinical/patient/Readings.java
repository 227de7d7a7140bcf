package org.livercds.clinical.patient;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The recorded results of all facts, each of the type its key names. A further one costs the same however many there are. */
public final class Readings {

    private static final Readings NONE = new Readings(Optional.empty());

    private record Last(Readings before, FactKey<?> key, Reading<?> reading) {}

    private final Optional<Last> last;

    private Readings(Optional<Last> last) {
        this.last = last;
    }

    public static Readings none() {
        return NONE;
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
        return and(key, reading);
    }

    public Readings without(FactKey<?> key) {
        Readings fewer = NONE;
        for (Map.Entry<FactKey<?>, List<Reading<?>>> entry : byKey().entrySet()) {
            if (!entry.getKey().equals(key)) {
                for (Reading<?> reading : entry.getValue()) {
                    fewer = fewer.and(entry.getKey(), reading);
                }
            }
        }
        return fewer;
    }

    /** As they came, by their keys. */
    Map<FactKey<?>, List<Reading<?>>> byKey() {
        Map<FactKey<?>, List<Reading<?>>> byKey = new HashMap<>();
        for (Optional<Last> next = last; next.isPresent(); next = next.get().before().last) {
            byKey.computeIfAbsent(next.get().key(), any -> new ArrayList<>())
                    .add(next.get().reading());
        }
        byKey.values().forEach(Collections::reverse);
        return byKey;
    }

    <T> List<Reading<T>> of(FactKey<T> key) {
        List<Reading<?>> readings = new ArrayList<>();
        for (Optional<Last> next = last; next.isPresent(); next = next.get().before().last) {
            if (next.get().key().equals(key)) {
                readings.add(next.get().reading());
            }
        }
        Collections.reverse(readings);
        return typed(readings);
    }

    /** Whatever stands under a key came with that key. */
    @SuppressWarnings("unchecked")
    static <T> List<Reading<T>> typed(List<? extends Reading<?>> readings) {
        return (List<Reading<T>>) readings;
    }

    private Readings and(FactKey<?> key, Reading<?> reading) {
        return new Readings(Optional.of(new Last(this, key, reading)));
    }
}
