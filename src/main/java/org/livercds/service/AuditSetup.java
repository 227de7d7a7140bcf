package org.livercds.service;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.livercds.audit.Alarm;
import org.livercds.audit.AuditSink;
import org.livercds.audit.AuditTrail;
import org.livercds.audit.FileSink;
import org.livercds.audit.NoSink;
import org.livercds.audit.NotKeptException;
import org.livercds.audit.PostgresqlSink;

/** The audit trail as the settings want it, made at start. */
final class AuditSetup {

    private static final String DATABASE = "postgresql";

    /** The database keeps events that long, whoever asks. */
    private static final int SHORTEST_RETENTION = 30;

    /** The database that is configured, if there is one. */
    private record Database(AgroalDataSource pool, Instance<Flyway> tables) {

        /** Connections of before a failure are not used again. */
        void makeTables() throws NotKeptException {
            pool.flush(FlushMode.IDLE);
            try {
                tables.get().migrate();
            } catch (FlywayException failed) {
                throw new NotKeptException("its tables cannot be made ("
                        + failed.getMessage().strip().lines().findFirst().orElse("") + ")");
            }
        }
    }

    @Produces
    @ApplicationScoped
    AuditSink sink(
            LiverCdsConfig config,
            Clock clock,
            @DataSource(DATABASE) InjectableInstance<AgroalDataSource> pools,
            @FlywayDataSource(DATABASE) Instance<Flyway> tables) {
        if (config.audit().retention() < SHORTEST_RETENTION) {
            throw new StartRefusedException("Liver CDS does not start: livercds.audit.retention is shorter than "
                    + SHORTEST_RETENTION + " days.");
        }
        return switch (config.audit().sink()) {
            case OFF -> new NoSink();
            case FILE -> files(config.audit(), clock);
            case POSTGRESQL -> table(config.audit(), clock, pools, tables);
        };
    }

    void close(@Disposes AuditSink sink) {
        sink.close();
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

    private static AuditSink files(LiverCdsConfig.Audit audit, Clock clock) {
        Path directory = audit.directory().toAbsolutePath();
        try {
            return new FileSink(directory, audit.maxFileSize().asLongValue(), audit.retention(), clock);
        } catch (IOException unwritable) {
            throw new StartRefusedException("Liver CDS does not start: livercds.audit.directory, " + directory
                    + ", cannot be written. Give it to the user that runs the service, or name another.");
        }
    }

    private static AuditSink table(
            LiverCdsConfig.Audit audit,
            Clock clock,
            InjectableInstance<AgroalDataSource> pools,
            Instance<Flyway> tables) {
        List<AgroalDataSource> active = pools.listActive();
        if (active.isEmpty()) {
            throw new StartRefusedException("Liver CDS does not start: livercds.audit.sink=postgresql needs a database."
                    + " Set quarkus.datasource.postgresql.active=true and its jdbc.url, username and password.");
        }
        Database database = new Database(active.get(0), tables);
        return new PostgresqlSink(database.pool(), database::makeTables, audit.retention(), clock);
    }
}
