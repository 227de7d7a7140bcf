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
import java.util.stream.Stream;
import org.livercds.audit.Place;
import org.livercds.hooks.Refusal;
import org.livercds.service.Answer;
import org.livercds.service.AnswerMeasures;
import org.livercds.service.ServiceRegistry;

/**
 * Times the calls of services, from their head to the end of the answer, by what became of them, and has counted what the
 * answers say. It stands before everything else that can refuse a call.
 */
@Singleton
public final class CallMeter {

    /** Before the filter of other origins. */
    private static final int PRIORITY = 350;

    private static final String CALL = CallMeter.class.getName();
    private static final String OTHER = "other";

    private static final Duration[] OBJECTIVES = Stream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Places places;
    private final CurrentVertxRequest current;
    private final AnswerMeasures answers;
    private final MeterRegistry metrics;
    private final Map<String, Map<CallOutcome, Timer>> timers = new HashMap<>();

    CallMeter(
            Places places,
            ServiceRegistry services,
            CurrentVertxRequest current,
            AnswerMeasures answers,
            MeterRegistry metrics) {
        this.places = places;
        this.current = current;
        this.answers = answers;
        this.metrics = metrics;
        services.all().forEach(service -> timers.put(service.id(), timers(service.id())));
        timers.put(OTHER, timers(OTHER));
    }

    void register(@Observes Filters filters) {
        filters.register(this::begin, PRIORITY);
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

    private void begin(RoutingContext context) {
        Place place = places.of(context.request().path());
        if (place.kind() == Place.Kind.HOOK && !context.request().method().equals(HttpMethod.OPTIONS)) {
            MeteredCall call = new MeteredCall(place.service().orElse(OTHER));
            context.put(CALL, call);
            context.addEndHandler(ended -> {
                if (call.isFirstEnd()) {
                    count(call, call.outcome(context.response().getStatusCode(), ended.succeeded()));
                }
            });
        }
        context.next();
    }

    private void count(MeteredCall call, CallOutcome outcome) {
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
