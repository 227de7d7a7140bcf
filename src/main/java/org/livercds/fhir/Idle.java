package org.livercds.fhir;

/** Told by the thread of a call when it begins and ends to do nothing but wait, for a server or for space. */
public interface Idle {

    void begins();

    void ends();

    /** What is waited for, and how that may fail. */
    interface Wait<T, E extends Exception> {
        T over() throws E;
    }

    /** Waits between the two. */
    default <T, E extends Exception> T waitFor(Wait<T, E> wait) throws E {
        begins();
        try {
            return wait.over();
        } finally {
            ends();
        }
    }
}
