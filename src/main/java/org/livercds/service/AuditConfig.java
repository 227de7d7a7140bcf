package org.livercds.service;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import org.livercds.audit.AuditTrail.OnFailure;

/** The settings {@code livercds.audit}: who saw what. */
public interface AuditConfig {
    /** Where it is kept. */
    @WithDefault("file")
    Sink sink();

    /** A folder for this process alone, of the sink {@code file}. */
    @WithDefault("audit")
    Path directory();

    /** From which size on the next file of the day is begun. */
    @WithDefault("100M")
    MemorySize maxFileSize();

    /** Days for which events are kept, at least 30; six years by default. */
    @WithDefault("2192")
    int retention();

    /** What becomes of calls that cannot be put on record. */
    @WithDefault("continue")
    OnFailure onFailure();

    /** Where events are kept. */
    enum Sink {
        OFF,
        FILE,
        POSTGRESQL
    }
}
