package org.livercds.service;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Optional;
import org.livercds.outbound.FetchProblem;

/** The span of a query to a FHIR server; none where the call is not traced. */
final class FetchSpan {

    private static final AttributeKey<String> PROBLEM = AttributeKey.stringKey("livercds.problem");

    private final Span span;

    private FetchSpan(Span span) {
        this.span = span;
    }

    /** @param resource its type, of a closed set */
    static FetchSpan begin(String resource) {
        Tracer tracer = Context.current().get(Step.TRACER);
        return new FetchSpan(
                tracer == null
                        ? Span.getInvalid()
                        : tracer.spanBuilder("fetch " + resource)
                                .setSpanKind(SpanKind.CLIENT)
                                .startSpan());
    }

    /** As the server is told of it, <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>. */
    Optional<String> traceparent() {
        SpanContext own = span.getSpanContext();
        return own.isValid()
                ? Optional.of("00-" + own.getTraceId() + "-" + own.getSpanId() + "-"
                        + own.getTraceFlags().asHex())
                : Optional.empty();
    }

    void end(Optional<FetchProblem> problem) {
        problem.ifPresent(found -> span.setAttribute(PROBLEM, found.name()).setStatus(StatusCode.ERROR));
        span.end();
    }
}
