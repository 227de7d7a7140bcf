package org.livercds.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.livercds.audit.Place;
import org.livercds.hooks.Refusal;
import org.livercds.service.Answer;
import org.livercds.service.AnswerMeasures;
import org.livercds.service.ServiceRegistry;
import org.livercds.service.Traces;

/**
 * Times the calls of services, from their head to the end of the answer, by what became of them, has counted what the
 * answers say, and begins and ends their traces. It stands before everything else that can refuse a call.
 */
@Singleton
public final class CallMeter {

    /** Before the filter of other origins. */
    private static final int PRIORITY = 350;

    private static final String CALL = CallMeter.class.getName();
    private static final String OTHER = "other";
    private static final String TRACEPARENT = "traceparent";

    private static final Duration[] OBJECTIVES = Stream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Places places;
    private final CurrentVertxRequest current;
    private final AnswerMeasures answers;
    private final Traces traces;
    private final MeterRegistry metrics;
    private final Map<String, Map<CallOutcome, Timer>> timers = new HashMap<>();

    CallMeter(
            Places places,
            ServiceRegistry services,
            CurrentVertxRequest current,
            AnswerMeasures answers,
            Traces traces,
            MeterRegistry metrics) {
        this.places = places;
        this.current = current;
        this.answers = answers;
        this.traces = traces;
        this.metrics = metrics;
        services.all().forEach(service -> timers.put(service.id(), timers(service.id())));
        timers.put(OTHER, timers(OTHER));
    }

    void register(@Observes Filters filters) {
        filters.register(this::begin, PRIORITY);
    }

    /** Works on a call, which is traced meanwhile. */
    <T> T during(Supplier<T> work) {
        MeteredCall call = current.getCurrent().get(CALL);
        return call == null ? work.get() : call.trace().during(work);
    }

    /** What the service says to the call that is being worked on. */
    void answered(Answer answer) {
        MeteredCall call = current.getCurrent().get(CALL);
        if (call != null) {
            call.answered(answer);
        }
    }

    /** Why the call that is being worked on is refused. */
    void refused(Refusal why) {
        MeteredCall call = current.getCurrent().get(CALL);
        if (call != null) {
            call.refused(why);
        }
    }

    /** Nobody else hears of such a call. */
    void refusedAtTheDoor(Place place) {
        if (place.kind() == Place.Kind.HOOK) {
            timers.get(place.service().orElse(OTHER)).get(CallOutcome.BUSY).record(Duration.ZERO);
        }
    }

    private void begin(RoutingContext context) {
        Place place = places.of(context.request().path());
        if (place.kind() == Place.Kind.HOOK && !context.request().method().equals(HttpMethod.OPTIONS)) {
            MeteredCall call = begin(place.service().orElse(OTHER), context);
            context.put(CALL, call);
            context.addEndHandler(ended -> {
                if (call.isFirstEnd()) {
                    int status = context.response().getStatusCode();
                    count(call, status, call.outcome(status, ended.succeeded()));
                }
            });
        }
        context.next();
    }

    private MeteredCall begin(String service, RoutingContext context) {
        return new MeteredCall(service, traces.begin(service, context.request().getHeader(TRACEPARENT)));
    }

    private void count(MeteredCall call, int status, CallOutcome outcome) {
        boolean answered = outcome != CallOutcome.BROKEN_OFF;
        call.trace()
                .end(
                        answered ? OptionalInt.of(status) : OptionalInt.empty(),
                        outcome.label(),
                        outcome == CallOutcome.FAILED);
        timers.get(call.service()).get(outcome).record(call.duration());
        Optional<Answer> answer = call.answer().filter(any -> outcome.isAnswer());
        answer.ifPresent(given -> answers.count(call.service(), given));
    }

    private Map<CallOutcome, Timer> timers(String service) {
        Map<CallOutcome, Timer> byOutcome = new EnumMap<>(CallOutcome.class);
        for (CallOutcome outcome : CallOutcome.values()) {
            byOutcome.put(
                    outcome,
                    Timer.builder("livercds.calls")
                            .description("Calls of services, from their head to the end of the answer")
                            .tag("service", service)
                            .tag("outcome", outcome.label())
                            .serviceLevelObjectives(OBJECTIVES)
                            .register(metrics));
        }
        return byOutcome;
    }
}
