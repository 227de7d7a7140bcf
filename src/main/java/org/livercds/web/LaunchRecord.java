package org.livercds.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.livercds.audit.AuditTrail;
import org.livercds.audit.Place;
import org.livercds.hooks.Caller;
import org.livercds.security.smart.LaunchException;

/** Puts on record who was not let in. What is refused once a patient is known, is on record with the patient. */
@Singleton
final class LaunchRecord {

    private static final String REFUSED = "livercds.launches.refused";

    private final AuditTrail audit;
    private final CurrentCall call;
    private final MeterRegistry metrics;

    LaunchRecord(AuditTrail audit, CurrentCall call, MeterRegistry metrics) {
        this.audit = audit;
        this.call = call;
        this.metrics = metrics;
    }

    void of(LaunchException failed, HttpHeaders headers) {
        metrics.counter(REFUSED, "why", failed.problem().name()).increment();
        if (call.refusal().isEmpty()) {
            Caller claimed = new Caller(failed.client(), Optional.empty(), Optional.empty(), Optional.empty());
            Optional<String> requestId = Optional.ofNullable(headers.getHeaderString("X-Request-Id"));
            audit.denied(Place.PICTURES, failed.problem().name(), claimed, requestId);
        }
    }
}
