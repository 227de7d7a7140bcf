package org.livercds.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.time.Duration;
import java.util.Map;

/** Little patience, few connections, and all that can be logged is. */
public final class UnderStrain implements QuarkusTestProfile {

    static final int CONNECTIONS = 40;
    static final int CALLS = 8;
    static final Duration IDLE = Duration.ofSeconds(4);

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "livercds.receive-timeout",
                "1s",
                "livercds.most-calls",
                String.valueOf(CALLS),
                "quarkus.http.limits.max-connections",
                String.valueOf(CONNECTIONS),
                "quarkus.http.idle-timeout",
                IDLE.toSeconds() + "s",
                "quarkus.log.level",
                "DEBUG",
                // tell the address that was called, which is the caller's own words; the jar logs nothing below INFO
                "quarkus.log.category.\"io.quarkus.micrometer\".level",
                "INFO",
                "quarkus.log.category.\"io.quarkus.vertx.http.runtime.handlers.DevStaticHandler\".level",
                "INFO",
                // the client of the tests
                "quarkus.log.category.\"org.apache.http\".level",
                "INFO",
                "quarkus.log.console.level",
                "WARN");
    }
}
