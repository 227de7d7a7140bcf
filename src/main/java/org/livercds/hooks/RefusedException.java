package org.livercds.hooks;

import java.util.List;

/** A call that is refused, and why. It carries nothing of the request, not even a stack trace. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient List<String> notRead;

    public RefusedException(Refusal refusal) {
        this(refusal, List.of());
    }

    /** @param notRead names of prefetch keys, each with a word why */
    public RefusedException(Refusal refusal, List<String> notRead) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
        this.notRead = List.copyOf(notRead);
    }

    public Refusal refusal() {
        return refusal;
    }

    public List<String> notRead() {
        return notRead;
    }
}
