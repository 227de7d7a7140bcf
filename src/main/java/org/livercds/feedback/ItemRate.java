package org.livercds.feedback;

import java.time.Duration;
import java.util.Optional;
import org.livercds.hooks.Caller;

/** How much feedback each client may send. Safe for many threads. */
public interface ItemRate {

    /** As much as it likes. */
    ItemRate UNLIMITED = (caller, items) -> Optional.empty();

    /**
     * Takes all items of a call, or none.
     *
     * @return nothing where they are taken, else how long it is until they would be
     */
    Optional<Duration> take(Caller caller, int items);
}
