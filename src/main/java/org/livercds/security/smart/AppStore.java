package org.livercds.security.smart;

import java.time.Instant;
import java.util.Optional;

/**
 * Launches that are under way, and sessions, under the hash of what the browser holds. Safe for many threads.
 *
 * <p>Each method throws a {@link LaunchException} with {@link LaunchProblem#NOT_KEPT} where it cannot be done.
 */
public interface AppStore {

    /** What is kept; how many of one kind has nothing to do with the other. */
    enum Kind {
        LAUNCH,
        SESSION
    }

    /** @throws LaunchException with {@link LaunchProblem#TOO_MANY} where there is no room */
    void keep(Kind kind, String key, String text, Instant until);

    Optional<String> find(Kind kind, String key);

    /** The same, and it is gone: of several who ask at once one gets it. */
    Optional<String> take(Kind kind, String key);

    /** What is gone stays gone. */
    void prolong(Kind kind, String key, Instant until);

    /** What has to be done at start and from time to time, by one thread. */
    default void upkeep() {}
}
