package org.livercds.web;

import io.quarkus.runtime.BlockingOperationControl;
import io.vertx.core.Vertx;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.livercds.audit.AuditTrail;
import org.livercds.audit.AuditedCall;
import org.livercds.audit.Place;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;

/**
 * Puts each answer of a service and each explanation on record before it leaves, refusals too. Callers who were denied
 * are not its business: who denies knows why.
 */
public final class AuditFilter {

    private static final Logger LOG = Logger.getLogger(AuditFilter.class);
    private static final String REQUEST_ID = "X-Request-Id";

    private final AuditTrail audit;
    private final Places places;
    private final CurrentCall call;
    private final Vertx vertx;

    AuditFilter(AuditTrail audit, Places places, CurrentCall call, Vertx vertx) {
        this.audit = audit;
        this.places = places;
        this.call = call;
        this.vertx = vertx;
    }

    @ServerResponseFilter
    public void putOnRecord(ContainerRequestContext request, ContainerResponseContext answer) {
        places.recorded(request.getUriInfo().getPath()).ifPresent(place -> {
            AuditedCall known = call.audited(Optional.ofNullable(request.getHeaderString(REQUEST_ID)));
            if (call.refusal().isPresent()) {
                refused(place, known, call.refusal().get());
            } else if (call.told().isPresent()) {
                answered(place, known, answer);
            }
        });
    }

    private void answered(Place place, AuditedCall known, ContainerResponseContext answer) {
        try {
            audit.answered(place, known, call.told().orElseThrow());
        } catch (RefusedException notOnRecord) {
            Response instead = ErrorMapper.answer(notOnRecord);
            answer.setStatusInfo(instead.getStatusInfo());
            answer.setEntity(instead.getEntity());
            answer.getHeaders().putAll(instead.getHeaders());
        }
    }

    /** A wrong method is noticed before any thread is there that may wait; that answer tells nothing and leaves. */
    private void refused(Place place, AuditedCall known, Refusal why) {
        if (BlockingOperationControl.isBlockingAllowed()) {
            audit.refused(place, known, why);
            return;
        }
        vertx.executeBlocking(
                        () -> {
                            audit.refused(place, known, why);
                            return place;
                        },
                        false)
                .onFailure(failure -> LOG.errorf(
                        "A refusal was not put on record: %s",
                        failure.getClass().getName()));
    }
}
