package org.livercds.service;

import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.livercds.security.smart.AppStore;

/** What the store of sessions needs from time to time, at start and then on a thread of its own. */
@Singleton
final class AppUpkeep {

    private static final int SECONDS = 30;

    private final AppStore store;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("app-upkeep", true));

    AppUpkeep(AppStore store) {
        this.store = store;
    }

    void begin(@Observes StartupEvent start) {
        store.upkeep();
        thread.scheduleWithFixedDelay(store::upkeep, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        thread.shutdownNow();
    }
}
