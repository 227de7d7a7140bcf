package org.livercds.service;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * The counters of one name, one for each value of its labels. Values come from sets that are closed in the code, never
 * from a call; so there are few, and the usual ones stand at 0 from the start.
 */
final class Tally {

    private final MeterRegistry metrics;
    private final String name;
    private final String description;
    private final List<String> labels;
    private final Map<List<String>, LongAdder> counters = new ConcurrentHashMap<>();

    /** @param known values that are there before the first of them is counted */
    Tally(MeterRegistry metrics, String name, String description, List<String> labels, Stream<List<String>> known) {
        this.metrics = metrics;
        this.name = name;
        this.description = description;
        this.labels = labels;
        known.forEach(values -> counters.put(values, counter(values)));
    }

    void count(String value) {
        count(List.of(value));
    }

    void count(String first, String second) {
        count(List.of(first, second));
    }

    void count(String first, String second, String third) {
        count(List.of(first, second, third));
    }

    private void count(List<String> values) {
        LongAdder known = counters.get(values);
        (known == null ? counters.computeIfAbsent(values, this::counter) : known).increment();
    }

    /** Read by the registry when somebody asks for it: a call costs an addition alone. */
    private LongAdder counter(List<String> values) {
        Tags tags = Tags.empty();
        for (int i = 0; i < labels.size(); i++) {
            tags = tags.and(Tag.of(labels.get(i), values.get(i)));
        }
        LongAdder counted = new LongAdder();
        FunctionCounter.builder(name, counted, LongAdder::sum)
                .description(description)
                .tags(tags)
                .register(metrics);
        return counted;
    }
}
