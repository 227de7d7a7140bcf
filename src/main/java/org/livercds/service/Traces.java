package org.livercds.service;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.MDC;
import org.livercds.outbound.SpanExport;

/** Begins the trace of each call where there is a collector for it; else there is none, and it costs nothing. */
@Singleton
@Startup
public final class Traces {

    private static final String LOGGED = "traceId";
    private static final String PARENT = "traceparent";
    private static final long SECONDS_TO_END = 2;

    /** Of all that callers send their place in their trace is read, and nothing that they put beside it. */
    private static final TextMapGetter<String> PARENT_ONLY = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of(PARENT);
        }

        @Override
        public String get(String traceparent, String header) {
            return header.equals(PARENT) ? traceparent : null;
        }
    };

    private final Optional<SdkTracerProvider> provider;
    private final Optional<Tracer> tracer;

    Traces(LiverCdsConfig config) {
        this.provider = Content.orRefuse(
                "livercds.traces",
                () -> config.traces()
                        .endpoint()
                        .map(collector ->
                                SpanExport.to(collector, config.traces().share())));
        this.tracer = provider.map(spans -> spans.get("org.livercds"));
    }

    /**
     * The trace of the call that arrives, as a part of its caller's. Lines that are logged for the call name it: what is
     * put beside them belongs to the context that Vert.x makes for each request, and goes with it.
     *
     * @param service whose id is in the name of the span
     * @param traceparent as it came; null or unusable where the trace begins here
     */
    public Trace begin(String service, String traceparent) {
        return tracer.isEmpty() ? Trace.NONE : begin(tracer.get(), service, traceparent);
    }

    private static Trace begin(Tracer tracer, String service, String traceparent) {
        Context parent = W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, PARENT_ONLY);
        Span span = tracer.spanBuilder("call " + service)
                .setSpanKind(SpanKind.SERVER)
                .setParent(parent)
                .startSpan();
        MDC.put(LOGGED, span.getSpanContext().getTraceId());
        return new Trace(parent.with(Step.TRACER, tracer).with(span));
    }

    @PreDestroy
    void end() {
        provider.ifPresent(spans -> spans.shutdown().join(SECONDS_TO_END, TimeUnit.SECONDS));
    }
}
