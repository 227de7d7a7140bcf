package org.livercds.service;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.livercds.service.LiverCdsConfig.Auth.Mode;

/** Refuses to start where the settings are not safe, with a sentence that says what to do. */
final class StartCheck {

    private static final Set<String> WITHOUT_AUTH = Set.of("dev", "demo", "test");

    void check(@Observes @Priority(1) StartupEvent start, LiverCdsConfig config) {
        refusal(config.auth().mode(), ConfigUtils.getProfiles()).ifPresent(sentence -> {
            throw new StartRefusedException(sentence);
        });
    }

    static Optional<String> refusal(Mode mode, List<String> profiles) {
        if (mode == Mode.REQUIRED) {
            return Optional.of("Liver CDS does not start: livercds.auth.mode=required, and this version cannot "
                    + "authenticate clients yet. To try it with synthetic data, start it with -Dquarkus.profile=demo.");
        }
        if (profiles.stream().noneMatch(WITHOUT_AUTH::contains)) {
            return Optional.of("Liver CDS does not start: livercds.auth.mode=off lets everybody in and is allowed in "
                    + "the profiles dev and demo only. Start it with -Dquarkus.profile=demo.");
        }
        return Optional.empty();
    }
}
