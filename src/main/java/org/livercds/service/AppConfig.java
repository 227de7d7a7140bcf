package org.livercds.service;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings {@code livercds.app}: the picture, opened from an EHR. */
public interface AppConfig {
    /** After so long without a look at its page a session is over. */
    @WithDefault("30m")
    Duration session();

    /** After so long a session is over in any case; before that where its token is. */
    @WithDefault("8h")
    Duration longestSession();

    /** How long reading the chart for the page may take. */
    @WithDefault("5s")
    Duration deadline();

    /** Origins of the EHRs that show the page in a frame, such as {@code https://ehr.example.org}; none by default. */
    Optional<List<String>> framedBy();

    /** Where sessions are kept: in each process, or in a database for all that answer for one address. */
    @WithDefault("memory")
    Store store();

    /** Key under which the database keeps them, base64 of at least 32 bytes, the same for all replicas. A secret. */
    Optional<String> key();

    /** How many sessions there may be at once, and how many launches under way. */
    @WithDefault("10000")
    int mostSessions();

    /** Where sessions are kept. */
    enum Store {
        MEMORY,
        POSTGRESQL
    }
}
