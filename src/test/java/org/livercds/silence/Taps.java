package org.livercds.silence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Part of every application that a test starts: prints the errors that tell of a {@link Canary}, and at the end the
 * metrics if they do, so that {@link CanaryWatch} sees them, whichever client or test asked.
 */
public final class Taps {

    @ServerResponseFilter
    public void listen(ContainerResponseContext answer) {
        if (answer.getStatus() >= 400) {
            String body = answer.getEntity() instanceof byte[] bytes
                    ? new String(bytes, UTF_8)
                    : String.valueOf(answer.getEntity());
            tell("An error tells: " + body + " " + answer.getStringHeaders());
        }
    }

    void end(@Observes ShutdownEvent end, MeterRegistry metrics) {
        metrics.getMeters().forEach(meter -> tell("A metric tells: " + meter.getId()));
    }

    private static void tell(String what) {
        if (Canary.in(what).isPresent()) {
            System.err.println(what);
        }
    }
}
