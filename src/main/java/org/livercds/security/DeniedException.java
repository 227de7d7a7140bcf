package org.livercds.security;

import org.livercds.hooks.Caller;

/** A call of nobody who is known here. It carries nothing of the token but what may be logged of it. */
public final class DeniedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Denial denial;
    private final transient Caller claimed;

    DeniedException(Denial denial) {
        this(denial, Caller.UNKNOWN);
    }

    /** @param claimed who the caller says it is; not proved */
    DeniedException(Denial denial, Caller claimed) {
        super(denial.name(), null, false, false);
        this.denial = denial;
        this.claimed = claimed;
    }

    public Denial denial() {
        return denial;
    }

    public Caller claimed() {
        return claimed;
    }
}
