package org.livercds.service;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** The span of one call, whose steps are below it. Nothing that a caller wrote is in it. */
public final class Trace {

    /** Of a call that nobody traces. */
    public static final Trace NONE = new Trace(Context.root());

    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("livercds.outcome");

    private final Context context;

    Trace(Context context) {
        this.context = context;
    }

    /** Works on the call: what is done by this thread meanwhile are steps of it. */
    public <T> T during(Supplier<T> work) {
        Span span = Span.fromContext(context);
        return span.getSpanContext().isValid() ? context.wrapSupplier(work).get() : work.get();
    }

    /**
     * The answer left.
     *
     * @param outcome a word for it
     * @param failed through a fault of this service
     */
    public void end(OptionalInt status, String outcome, boolean failed) {
        Span span = Span.fromContext(context);
        span.setAttribute(OUTCOME, outcome);
        status.ifPresent(answered -> span.setAttribute(STATUS, answered));
        if (failed) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
