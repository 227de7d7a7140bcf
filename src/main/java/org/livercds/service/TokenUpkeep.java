package org.livercds.service;

import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.livercds.security.UsedTokens;

/** What the store of used tokens needs from time to time, at start and then on a thread of its own. */
@Singleton
final class TokenUpkeep {

    private static final int SECONDS = 5;

    private final UsedTokens used;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("token-upkeep", true));

    TokenUpkeep(UsedTokens used) {
        this.used = used;
    }

    void begin(@Observes StartupEvent start) {
        used.upkeep();
        thread.scheduleWithFixedDelay(used::upkeep, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        thread.shutdownNow();
    }
}
