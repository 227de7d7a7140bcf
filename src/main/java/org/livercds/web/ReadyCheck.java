package org.livercds.web;

import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.livercds.service.Phase;

/** Own state alone: an EHR, a key host or a database that is away makes no process unready. */
@Readiness
@Singleton
public final class ReadyCheck implements HealthCheck {

    private final Phase phase;

    ReadyCheck(Phase phase) {
        this.phase = phase;
    }

    @Override
    public HealthCheckResponse call() {
        Phase.State state = phase.state();
        return HealthCheckResponse.named("liver-cds")
                .withData("phase", state.name().toLowerCase(Locale.ROOT))
                .status(state == Phase.State.READY)
                .build();
    }
}
