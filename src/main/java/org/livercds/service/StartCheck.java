package org.livercds.service;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;

/** Refuses to start where the settings are not safe, with a sentence that says what to do. */
final class StartCheck {

    private static final Set<String> WITHOUT_AUTH = Set.of("dev", "demo", "test");

    /** A start that was refused; the message is for the operator. */
    static final class StartRefusedException extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        StartRefusedException(String sentence) {
            super(sentence);
        }
    }

    void check(@Observes @Priority(1) StartupEvent start, LiverCdsConfig config) {
        List<String> profiles = ConfigUtils.getProfiles();
        if (config.auth().mode() == LiverCdsConfig.Auth.Mode.REQUIRED) {
            throw new StartRefusedException("Liver CDS does not start: livercds.auth.mode=required, and this version "
                    + "cannot authenticate clients yet. To try it with synthetic data start it with "
                    + "-Dquarkus.profile=demo.");
        }
        if (profiles.stream().noneMatch(WITHOUT_AUTH::contains)) {
            throw new StartRefusedException("Liver CDS does not start: livercds.auth.mode=off lets everybody in and "
                    + "is allowed in the profiles dev and demo only. Start it with -Dquarkus.profile=demo.");
        }
    }
}
