package org.livercds.service;

import java.time.LocalDate;
import java.util.Set;
import org.livercds.clinical.guideline.RecommendationId;
import org.livercds.fhir.ChartCall;
import org.livercds.fhir.DraftOrders;
import org.livercds.hooks.Caller;
import org.livercds.hooks.HookRequest;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;

/** What every hook does with a call. */
final class Calls {

    private Calls() {}

    /** A call that names no hook is of the service that it is sent to. */
    static void requireHook(HookRequest request, String hook) {
        if (request.hook().filter(named -> !named.equals(hook)).isPresent()) {
            throw new RefusedException(Refusal.OTHER_HOOK);
        }
    }

    /** The treatments of the liver that are ordered, by the drafts that are selected. */
    static Set<RecommendationId> ordered(DraftOrders drafts, HookRequest request) {
        return drafts.treatments(
                request.context().path("draftOrders"),
                request.context().path("selections"),
                request.patientId(),
                request.fhirServer());
    }

    static ChartCall chart(HookRequest request, Caller caller, LocalDate asOf) {
        return new ChartCall(
                caller.client(),
                request.patientId(),
                request.fhirServer(),
                request.fhirAuthorization().accessToken(),
                request.fhirAuthorization().scope(),
                request.prefetch(),
                asOf,
                caller.waited());
    }
}
