package org.livercds.service;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.livercds.fhir.PrefetchKey;
import org.livercds.outbound.FetchProblem;
import org.livercds.outbound.FetchWatch;

/** How long FHIR servers take for what prefetch lacks, and what goes wrong. */
@Singleton
final class FetchMeasures implements FetchWatch {

    private static final String NONE = "NONE";
    private static final String OTHER = "other";
    private static final String METADATA = "metadata";

    private static final Duration[] BUCKETS = Stream.of(10, 25, 50, 100, 250, 500, 1_000, 5_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private static final Set<String> RESOURCES = Stream.concat(
                    Arrays.stream(PrefetchKey.values()).map(PrefetchKey::resourceType), Stream.of(METADATA, OTHER))
            .collect(Collectors.toCollection(TreeSet::new));

    private final MeterRegistry metrics;
    private final Map<List<String>, Timer> timers = new ConcurrentHashMap<>();

    FetchMeasures(MeterRegistry metrics) {
        this.metrics = metrics;
        RESOURCES.forEach(resource -> timer(List.of(resource, NONE)));
    }

    @Override
    public Watched begins(String resourceType) {
        String resource = RESOURCES.contains(resourceType) ? resourceType : OTHER;
        return new Measured(resource, System.nanoTime(), FetchSpan.begin(resource));
    }

    /** A query that is timed, and a span of its call where that is traced. */
    private final class Measured implements Watched {

        private final String resource;
        private final long begun;
        private final FetchSpan span;

        private Measured(String resource, long begun, FetchSpan span) {
            this.resource = resource;
            this.begun = begun;
            this.span = span;
        }

        @Override
        public Optional<String> traceparent() {
            return span.traceparent();
        }

        @Override
        public void ends(Optional<FetchProblem> problem) {
            timer(List.of(resource, word(problem))).record(Duration.ofNanos(System.nanoTime() - begun));
            span.end(problem);
        }
    }

    private static String word(Optional<FetchProblem> problem) {
        return problem.isPresent() ? problem.get().name() : NONE;
    }

    private Timer timer(List<String> labels) {
        return timers.computeIfAbsent(
                labels,
                values -> Timer.builder("livercds.fhir")
                        .description(
                                "Queries to FHIR servers, with all their pages; problem NONE where everything came")
                        .tag("resource", values.get(0))
                        .tag("problem", values.get(1))
                        .serviceLevelObjectives(BUCKETS)
                        .register(metrics));
    }
}
