package org.livercds.hooks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A call that is refused, and why. It carries nothing of the request, not even a stack trace. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient List<String> notRead;
    private final String remedy;
    private final transient Optional<Duration> retryAfter;

    public RefusedException(Refusal refusal) {
        this(refusal, List.of(), "", Optional.empty());
    }

    /**
     * @param notRead names of prefetch keys, each with a word why
     * @param remedy what to change for the one that matters; may be empty
     */
    public RefusedException(Refusal refusal, List<String> notRead, String remedy) {
        this(refusal, notRead, remedy, Optional.empty());
    }

    /** @param retryAfter when the same call would be taken */
    public RefusedException(Refusal refusal, Duration retryAfter) {
        this(refusal, List.of(), "", Optional.of(retryAfter));
    }

    private RefusedException(Refusal refusal, List<String> notRead, String remedy, Optional<Duration> retryAfter) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
        this.notRead = List.copyOf(notRead);
        this.remedy = remedy;
        this.retryAfter = retryAfter;
    }

    public Refusal refusal() {
        return refusal;
    }

    public List<String> notRead() {
        return notRead;
    }

    public String remedy() {
        return remedy;
    }

    /** Empty where nobody can tell. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
