package org.livercds.service;

import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings {@code livercds.feedback}: what clinicians did with the cards. */
public interface FeedbackConfig {
    /**
     * Key of the card ids and of the hashes of people, base64 of at least 32 bytes, the same for all replicas.
     * Without it each process has a key of its own, and forgets its cards when it ends. A secret.
     */
    Optional<String> key();

    /** The key before this one, under which cards are still recognised, and what users overrode. A secret. */
    Optional<String> previousKey();

    /** Where feedback is kept. */
    @WithDefault("embedded")
    Store store();

    /** A folder for this process alone, of the embedded database. */
    @WithDefault("feedback")
    Path directory();

    /** Whether what users write beside an override is kept, encrypted under the key; it may name a patient. */
    @WithDefault("false")
    boolean keepComments();

    /** Names of the clients that may read the summary; none by default. Where authentication is off anybody may. */
    Optional<List<String>> summaryClients();

    /**
     * Items that each client may send in a minute, also all at once; calls without a client share one such rate. 0 is no
     * limit, less than a call may hold (100) is refused.
     */
    @WithDefault("60000")
    int itemsPerMinute();

    /** How long a card that a user has overridden is not shown to that user again, unless a fact changes; 0 is off. */
    @WithDefault("30d")
    Duration quietPeriod();

    /** How long a call waits to learn what its user has overridden; then it goes on as if that were nothing. */
    @WithDefault("20ms")
    Duration historyDeadline();

    /** Where feedback is kept. */
    enum Store {
        /** In a new folder that is deleted when the process ends. */
        TEMPORARY,
        EMBEDDED,
        /** In the embedded database first, and moved from there. */
        POSTGRESQL
    }
}
