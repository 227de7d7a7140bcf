package org.livercds.service;

import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.livercds.audit.Alarm;
import org.livercds.audit.AuditSink;
import org.livercds.audit.Incidents;
import org.livercds.audit.NotKeptException;
import org.livercds.security.UsedTokens;
import org.livercds.security.smart.AppStore;

/** What stores need from time to time, at start and then each on a thread of its own: one that waits holds up no other. */
@Singleton
final class Upkeep {

    private static final int SECONDS = 5;
    private static final int SECONDS_OF_SESSIONS = 30;

    private final UsedTokens tokens;
    private final AppStore sessions;
    private final AuditSink sink;
    private final Alarm alarm;
    private final Incidents incidents;
    private final List<ScheduledExecutorService> threads = new ArrayList<>();

    Upkeep(UsedTokens tokens, AppStore sessions, AuditSink sink, Alarm alarm, Incidents incidents) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.sink = sink;
        this.alarm = alarm;
        this.incidents = incidents;
    }

    void begin(@Observes StartupEvent start) {
        every(SECONDS, "audit-upkeep", this::audit);
        every(SECONDS, "token-upkeep", tokens::upkeep);
        every(SECONDS_OF_SESSIONS, "app-upkeep", sessions::upkeep);
    }

    @PreDestroy
    void end() {
        threads.forEach(ScheduledExecutorService::shutdownNow);
    }

    private void every(int seconds, String name, Runnable upkeep) {
        upkeep.run();
        ScheduledExecutorService thread =
                Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory(name, true));
        thread.scheduleWithFixedDelay(upkeep, seconds, seconds, TimeUnit.SECONDS);
        threads.add(thread);
    }

    private void audit() {
        try {
            sink.upkeep();
        } catch (NotKeptException failed) {
            alarm.raise(failed, 0);
        }
        incidents.write();
    }
}
