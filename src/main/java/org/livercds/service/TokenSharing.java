package org.livercds.service;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.livercds.audit.Incident;
import org.livercds.audit.Incident.Kind;
import org.livercds.audit.Incidents;
import org.livercds.security.UsedTokensInPostgresql;
import org.livercds.service.LiverCdsConfig.Auth.Away;

/** Says by a metric and in the audit that each process remembers used tokens for itself, and when that is over. */
final class TokenSharing implements UsedTokensInPostgresql.Watch {

    private final Incidents incidents;
    private final Away away;
    private final Counter unshared;

    /** @param away what becomes of calls meanwhile */
    TokenSharing(Incidents incidents, Away away, MeterRegistry metrics) {
        this.incidents = incidents;
        this.away = away;
        this.unshared = Counter.builder("livercds.tokens.unshared")
                .description("Tokens of which this process alone knows whether they were used")
                .register(metrics);
    }

    @Override
    public void begins(Instant at, String sqlState) {
        String calls = away == Away.ADMIT ? "admitted" : "refused";
        incidents.add(new Incident(
                Kind.TOKENS_UNSHARED,
                at,
                Optional.empty(),
                Map.of("remembered", "perProcess", "calls", calls, "sqlState", sqlState)));
    }

    @Override
    public void unshared() {
        unshared.increment();
    }

    @Override
    public void ends(Instant since, Instant at) {
        incidents.add(new Incident(Kind.TOKENS_SHARED, since, Optional.of(at), Map.of("remembered", "shared")));
    }
}
