package org.livercds.service;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.function.Supplier;

/** A step of a call: a span where the call is traced, else just the work. */
final class Step {

    static final ContextKey<Tracer> TRACER = ContextKey.named("org.livercds.tracer");

    private Step() {}

    /** @param name one of few */
    static <T> T of(String name, Supplier<T> work) {
        Tracer tracer = Context.current().get(TRACER);
        return tracer == null ? work.get() : traced(tracer.spanBuilder(name).startSpan(), work);
    }

    private static <T> T traced(Span span, Supplier<T> work) {
        try {
            return Context.current().with(span).wrapSupplier(work).get();
        } catch (RuntimeException failed) {
            span.setStatus(StatusCode.ERROR);
            throw failed;
        } finally {
            span.end();
        }
    }
}
