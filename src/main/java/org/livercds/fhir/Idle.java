package org.livercds.fhir;

/** Told by the thread of a call when it begins and ends to do nothing but wait for a server. */
public interface Idle {

    void begins();

    void ends();
}
