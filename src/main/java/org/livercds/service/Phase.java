package org.livercds.service;

import jakarta.inject.Singleton;

/** How far the life of this process is. */
@Singleton
public final class Phase {

    /** Calls should come only while it is ready. */
    public enum State {
        STARTING,
        /** The synthetic patients were answered as they should be. */
        READY,
        /** It was told to end. */
        DRAINING
    }

    private volatile State state = State.STARTING;

    void isReached() {
        state = State.READY;
    }

    public void isOver() {
        state = State.DRAINING;
    }

    public State state() {
        return state;
    }
}
