package org.livercds.service;

import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.livercds.audit.Alarm;
import org.livercds.audit.AuditSink;
import org.livercds.audit.Incidents;
import org.livercds.audit.NotKeptException;

/** What the audit trail needs from time to time, at start and then on a thread of its own. */
@Singleton
final class AuditUpkeep {

    private static final int SECONDS = 5;

    private final AuditSink sink;
    private final Alarm alarm;
    private final Incidents incidents;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("audit-upkeep", true));

    AuditUpkeep(AuditSink sink, Alarm alarm, Incidents incidents) {
        this.sink = sink;
        this.alarm = alarm;
        this.incidents = incidents;
    }

    void begin(@Observes StartupEvent start) {
        run();
        thread.scheduleWithFixedDelay(this::run, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        thread.shutdownNow();
    }

    private void run() {
        try {
            sink.upkeep();
        } catch (NotKeptException failed) {
            alarm.raise(failed, 0);
        }
        incidents.write();
    }
}
