package org.livercds.fhir;

/** Told by the thread of a call when it begins and ends to do nothing but wait for a server. */
public interface Idle {

    /** Where nobody wants to know. */
    Idle UNHEEDED = new Idle() {
        @Override
        public void begins() {}

        @Override
        public void ends() {}
    };

    void begins();

    void ends();
}
