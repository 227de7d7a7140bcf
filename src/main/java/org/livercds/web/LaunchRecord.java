package org.livercds.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.livercds.audit.AuditTrail;
import org.livercds.audit.Place;
import org.livercds.hooks.Caller;
import org.livercds.security.smart.LaunchException;
import org.livercds.security.smart.LaunchProblem;

/** Puts on record who was not let in. What is refused once a patient is known, is on record with the patient. */
@Singleton
@Startup
final class LaunchRecord {

    private static final String REFUSED = "livercds.launches.refused";

    private final AuditTrail audit;
    private final CurrentCall call;
    private final Map<LaunchProblem, Counter> refusals = new EnumMap<>(LaunchProblem.class);

    LaunchRecord(AuditTrail audit, CurrentCall call, MeterRegistry metrics) {
        this.audit = audit;
        this.call = call;
        for (LaunchProblem problem : LaunchProblem.values()) {
            refusals.put(problem, metrics.counter(REFUSED, "why", problem.name()));
        }
    }

    void of(LaunchException failed, HttpHeaders headers) {
        refusals.get(failed.problem()).increment();
        if (call.refusal().isEmpty()) {
            Caller claimed = new Caller(failed.client(), Optional.empty(), Optional.empty(), Optional.empty());
            Optional<String> requestId = Optional.ofNullable(headers.getHeaderString("X-Request-Id"));
            audit.denied(Place.PICTURES, failed.problem().name(), claimed, requestId);
        }
    }
}
