package org.livercds.service;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import org.livercds.audit.AuditTrail;
import org.livercds.audit.ServerRead;
import org.livercds.fhir.ChartGatherer;
import org.livercds.fhir.ReadChart;
import org.livercds.hooks.Caller;
import org.livercds.hooks.HookRequest;

/** The chart of a call, and on record which servers were read for it. */
@Singleton
final class Charts {

    private final ChartGatherer gatherer;
    private final AuditTrail audit;

    Charts(ChartGatherer gatherer, AuditTrail audit) {
        this.gatherer = gatherer;
        this.audit = audit;
    }

    /** @throws org.livercds.hooks.RefusedException where the reading cannot be put on record, and has to be */
    ReadChart read(HookRequest request, Caller caller, LocalDate asOf) {
        return onRecord(Step.of("gather", () -> gatherer.read(Calls.chart(request, caller, asOf))), request, caller);
    }

    /** The same, for so long. */
    ReadChart read(HookRequest request, Caller caller, LocalDate asOf, Duration time) {
        return onRecord(gatherer.read(Calls.chart(request, caller, asOf), time), request, caller);
    }

    private ReadChart onRecord(ReadChart read, HookRequest request, Caller caller) {
        audit.read(
                caller,
                request,
                read.queries().stream()
                        .map(query -> new ServerRead(
                                query.server(), query.resourceType(), query.search(), query.key(), query.problem()))
                        .toList());
        return read;
    }
}
