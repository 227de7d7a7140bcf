package org.livercds.web;

import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;

/** What is there for trying the service out, or as good as not there. */
record Demonstration(boolean enabled) {

    /** @throws RefusedException where it is off */
    void require() {
        if (!enabled) {
            throw new RefusedException(Refusal.NOT_FOUND);
        }
    }
}
