package org.livercds.security.smart;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.livercds.outbound.Fetched;
import org.livercds.outbound.FhirServer;
import org.livercds.outbound.SmartClient;

/** What each EHR says of itself, asked for again after ten minutes. What was of no use is not kept. */
final class SmartConfigurations {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 1_000;

    private final SmartClient client;
    private final Cache<String, SmartConfiguration> kept =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    SmartConfigurations(SmartClient client) {
        this.client = client;
    }

    /** @throws LaunchException where there is nothing of use */
    SmartConfiguration of(FhirServer server) {
        String base = server.base().toString();
        SmartConfiguration known = kept.getIfPresent(base);
        if (known != null) {
            return known;
        }
        Fetched fetched = client.configuration(server);
        if (!fetched.isComplete()) {
            throw new LaunchException(LaunchProblem.EHR_NOT_READ);
        }
        SmartConfiguration read = SmartConfiguration.read(fetched.pages().get(0), server);
        kept.put(base, read);
        return read;
    }
}
