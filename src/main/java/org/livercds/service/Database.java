package org.livercds.service;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.flyway.FlywayDataSource;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The PostgreSQL that is configured, if there is one. */
@Singleton
final class Database {

    private static final String NAME = "postgresql";

    private final List<AgroalDataSource> active;
    private final Instance<Flyway> tables;

    Database(
            @DataSource(NAME) InjectableInstance<AgroalDataSource> pools,
            @FlywayDataSource(NAME) Instance<Flyway> tables) {
        this.active = pools.listActive();
        this.tables = tables;
    }

    /**
     * Its connections.
     *
     * @param setting that wants a database
     * @throws StartRefusedException where there is none
     */
    AgroalDataSource requiredBy(String setting) {
        return active.stream().findFirst().orElseThrow(() -> new StartRefusedException(PlatformRules.needed(setting)));
    }

    /**
     * Connections of before a failure are not used again.
     *
     * @throws SQLException where it cannot be reached, or does not let the tables be made
     */
    void makeTables() throws SQLException {
        active.forEach(pool -> pool.flush(FlushMode.IDLE));
        try {
            tables.get().migrate();
        } catch (FlywayException failed) {
            String why = failed.getMessage().strip().lines().findFirst().orElse("");
            throw new SQLException("its tables cannot be made (" + why + ")", failed);
        }
    }
}
