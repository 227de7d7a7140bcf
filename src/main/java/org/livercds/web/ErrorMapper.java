package org.livercds.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.livercds.hooks.Language;
import org.livercds.hooks.OperationOutcome;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;
import org.livercds.security.DeniedException;

/**
 * The one place where errors become answers: an OperationOutcome with a fixed text, never a word of the request. It is
 * for those who connect clients, and in English whatever was asked for.
 */
public final class ErrorMapper {

    private static final Logger LOG = Logger.getLogger(ErrorMapper.class);
    private static final long SECONDS_TO_WAIT = 5;

    private final CurrentCall call;
    private final CallMeter meter;

    ErrorMapper(CurrentCall call, CallMeter meter) {
        this.call = call;
        this.meter = meter;
    }

    @ServerExceptionMapper
    public Response refused(RefusedException refused, UriInfo uri) {
        return answer(refused, uri);
    }

    /** Without a word why: whoever tries keys learns nothing. */
    @ServerExceptionMapper
    public Response denied(DeniedException denied) {
        return Response.status(Response.Status.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper(priority = 1)
    public Response framework(WebApplicationException failure, UriInfo uri) {
        return answer(new RefusedException(refusal(failure.getResponse().getStatus())), uri);
    }

    /** A body that ends too early; nobody is there to read the answer. */
    @ServerExceptionMapper
    public Response brokenOff(IOException brokenOff) {
        return answer(known(new RefusedException(Refusal.NOT_JSON)));
    }

    /** The kind of failure and the place in our code, not its message: that may hold patient data. */
    @ServerExceptionMapper
    public Response failed(Throwable failure) {
        LOG.errorf("A call failed: %s at %s", failure.getClass().getName(), place(failure));
        return answer(known(new RefusedException(Refusal.INTERNAL)));
    }

    /** Who used the wrong method is told the right ones. */
    private Response answer(RefusedException refused, UriInfo uri) {
        Response answer = answer(known(refused));
        return refused.refusal() == Refusal.METHOD_NOT_ALLOWED
                ? Response.fromResponse(answer)
                        .header(HttpHeaders.ALLOW, PathFilter.methods(uri.getPath()))
                        .build()
                : answer;
    }

    private RefusedException known(RefusedException refused) {
        call.isRefused(refused.refusal());
        meter.refused(refused.refusal());
        return refused;
    }

    static Response answer(RefusedException refused) {
        Refusal refusal = refused.refusal();
        Response.ResponseBuilder answer = Response.status(refusal.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, Language.EN.code())
                .entity(WireJson.write(OperationOutcome.of(refused)));
        return switch (refusal) {
            // what is left of a body that is too large is not read
            case TOO_LARGE -> answer.header("Connection", "close").build();
            case BUSY, NOT_ON_RECORD, FEEDBACK_NOT_KEPT, FEEDBACK_OVER_RATE, SUMMARY_NOT_READ ->
                answer.header(HttpHeaders.RETRY_AFTER, secondsToWait(refused)).build();
            default -> answer.build();
        };
    }

    private static long secondsToWait(RefusedException refused) {
        return refused.retryAfter()
                .map(time -> time.plusSeconds(1).minusNanos(1).toSeconds())
                .orElse(SECONDS_TO_WAIT);
    }

    private static Refusal refusal(int status) {
        for (Refusal refusal : Refusal.values()) {
            if (refusal.status() == status && status != Refusal.NOT_A_HOOK_REQUEST.status()) {
                return refusal;
            }
        }
        return status >= 500 ? Refusal.INTERNAL : Refusal.NOT_A_HOOK_REQUEST;
    }

    private static String place(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }
}
