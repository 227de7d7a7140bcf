package org.livercds.web;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.livercds.hooks.Refusal;
import org.livercds.service.Answer;
import org.livercds.service.Trace;

/** A call that is timed, and what became known of it on the way. */
final class MeteredCall {

    private final String service;
    private final Trace trace;
    private final long begun = System.nanoTime();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile Answer answer;
    private volatile Refusal refusal;

    /** @param service as discovery lists it, or a word for all others */
    MeteredCall(String service, Trace trace) {
        this.service = service;
        this.trace = trace;
    }

    String service() {
        return service;
    }

    Trace trace() {
        return trace;
    }

    void answered(Answer given) {
        answer = given;
    }

    void refused(Refusal why) {
        refusal = why;
    }

    Optional<Answer> answer() {
        return Optional.ofNullable(answer);
    }

    Duration duration() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** The end is told twice where a connection breaks. */
    boolean isFirstEnd() {
        return over.compareAndSet(false, true);
    }

    /** @param whole the answer left in full */
    CallOutcome outcome(int status, boolean whole) {
        return whole
                ? CallOutcome.of(status, Optional.ofNullable(refusal), answer().map(Answer::response))
                : CallOutcome.BROKEN_OFF;
    }
}
