package org.livercds.service;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.livercds.audit.Alarm;
import org.livercds.audit.AuditSink;
import org.livercds.audit.AuditTrail;
import org.livercds.audit.AuditTrail.OnFailure;
import org.livercds.audit.FileSink;
import org.livercds.audit.Incidents;
import org.livercds.audit.NoSink;
import org.livercds.audit.NotKeptException;
import org.livercds.audit.PostgresqlSink;
import org.livercds.audit.PromptSink;

/** The audit trail as the settings want it, made at start. */
final class AuditSetup {

    /** How long a call waits for the database: less than what its deadline leaves, or as long as its client may. */
    private static final Duration GOES_ON_AFTER = Duration.ofMillis(20);

    private static final Duration REFUSED_AFTER = Duration.ofMillis(250);

    @Produces
    @ApplicationScoped
    AuditSink sink(LiverCdsConfig config, Clock clock, Database database, Alarm alarm, MeterRegistry metrics) {
        return switch (config.audit().sink()) {
            case OFF -> new NoSink();
            case FILE -> files(config.audit(), clock);
            case POSTGRESQL -> {
                PromptSink sink = table(config.audit(), clock, database, alarm);
                metrics.gauge("livercds.audit.waiting", sink, PromptSink::waiting);
                yield sink;
            }
        };
    }

    @Produces
    @Singleton
    @Startup
    Alarm alarm(LiverCdsConfig config, MeterRegistry metrics) {
        return new Alarm(config.audit().sink().name().toLowerCase(Locale.ROOT), metrics);
    }

    @Produces
    @Singleton
    @Startup
    AuditTrail trail(LiverCdsConfig config, AuditSink sink, Alarm alarm, Clock clock) {
        return new AuditTrail(sink, alarm, config.audit().onFailure(), clock);
    }

    @Produces
    @Singleton
    Incidents incidents(AuditSink sink, Alarm alarm, Clock clock) {
        Executor background = Executors.newSingleThreadExecutor(new DefaultThreadFactory("audit-incidents", true));
        return new Incidents(sink, alarm, background, clock);
    }

    private static AuditSink files(AuditConfig audit, Clock clock) {
        Path directory = audit.directory().toAbsolutePath();
        try {
            return new FileSink(directory, audit.maxFileSize().asLongValue(), audit.retention(), clock);
        } catch (IOException unwritable) {
            throw new StartRefusedException("livercds.audit.directory, " + directory
                    + ", cannot be written. Give it to the user that runs the service, or name another.");
        }
    }

    private static PromptSink table(AuditConfig audit, Clock clock, Database database, Alarm alarm) {
        DataSource pool = database.requiredBy("livercds.audit.sink=postgresql");
        AuditSink table = new PostgresqlSink(pool, () -> makeTables(database), audit.retention(), clock);
        return new PromptSink(
                table, alarm, audit.onFailure(), audit.onFailure() == OnFailure.REFUSE ? REFUSED_AFTER : GOES_ON_AFTER);
    }

    private static void makeTables(Database database) throws NotKeptException {
        try {
            database.makeTables();
        } catch (SQLException failed) {
            throw new NotKeptException(failed.getMessage());
        }
    }
}
