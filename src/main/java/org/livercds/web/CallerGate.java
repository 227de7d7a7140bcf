package org.livercds.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.livercds.audit.AuditTrail;
import org.livercds.hooks.Caller;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;
import org.livercds.security.ClientAuthentication;
import org.livercds.security.Denial;
import org.livercds.security.DeniedException;
import org.livercds.service.LiverCdsConfig;
import org.livercds.service.LiverCdsConfig.Auth.Mode;

/** Before anything of a call is read: who calls, and in which language the answer is. */
@Singleton
@Startup
final class CallerGate {

    private static final Logger LOG = Logger.getLogger(CallerGate.class);
    private static final String DENIED = "livercds.tokens.denied";

    private final Mode mode;
    private final List<String> explained;
    private final List<String> summarised;
    private final ClientAuthentication authentication;
    private final AuditTrail audit;
    private final Places places;
    private final Languages languages;
    private final CurrentCall call;
    private final Map<Denial, Counter> denials = new EnumMap<>(Denial.class);

    CallerGate(
            LiverCdsConfig config,
            ClientAuthentication authentication,
            AuditTrail audit,
            Places places,
            Languages languages,
            CurrentCall call,
            MeterRegistry metrics) {
        this.mode = config.auth().mode();
        this.explained = config.explain().clients().orElse(List.of());
        this.summarised = config.feedback().summaryClients().orElse(List.of());
        this.authentication = authentication;
        this.audit = audit;
        this.places = places;
        this.languages = languages;
        this.call = call;
        for (Denial denial : Denial.values()) {
            denials.put(denial, metrics.counter(DENIED, "why", denial.name()));
        }
    }

    /**
     * May block while keys are read.
     *
     * @param path that is called, as clients know it
     * @throws DeniedException where the caller has to be known, and is not
     */
    Caller admit(HttpHeaders headers, String path) {
        Caller caller = mode == Mode.OFF ? Caller.UNKNOWN : authenticated(headers, path);
        return caller.in(languages.of(headers, caller));
    }

    private Caller authenticated(HttpHeaders headers, String path) {
        long begin = System.nanoTime();
        try {
            Caller caller = authentication.authenticate(headers.getRequestHeader(HttpHeaders.AUTHORIZATION), path);
            return call.by(caller.after(since(begin)));
        } catch (DeniedException denied) {
            denials.get(denied.denial()).increment();
            audit.denied(
                    places.of(path),
                    mode == Mode.WARN
                            ? "LET_IN." + denied.denial()
                            : denied.denial().name(),
                    denied.claimed(),
                    Optional.ofNullable(headers.getHeaderString("X-Request-Id")));
            if (mode == Mode.REQUIRED) {
                throw denied;
            }
            LOG.warnf("livercds.auth.mode=warn let a call in that would be refused: %s", denied.denial());
            return Caller.UNKNOWN.after(since(begin));
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Whether there is an explanation for whom is not told to others. */
    Caller admitToExplanation(HttpHeaders headers, String path) {
        return admit(headers, path, explained);
    }

    /** The same for the summary. */
    Caller admitToSummary(HttpHeaders headers, String path) {
        return admit(headers, path, summarised);
    }

    private Caller admit(HttpHeaders headers, String path, List<String> clients) {
        Caller caller = admit(headers, path);
        if (mode != Mode.OFF && caller.client().filter(clients::contains).isEmpty()) {
            throw new RefusedException(Refusal.NOT_FOUND);
        }
        return caller;
    }
}
