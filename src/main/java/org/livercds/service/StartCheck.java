package org.livercds.service;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.livercds.service.LiverCdsConfig.Auth.Mode;

/** Refuses to start where the settings are not safe, with a sentence that says what to do. */
final class StartCheck {

    private static final Set<String> WITHOUT_AUTH = Set.of("dev", "demo", "test");

    /** As browsers write it: no path, no slash at the end, no capitals, no port that the scheme has anyway. */
    private static final Pattern ORIGIN =
            Pattern.compile("(?!http://.*:80$|https://.*:443$)https?://([a-z0-9.-]+|\\[[0-9a-f:]+])(:[0-9]{1,5})?");

    void check(@Observes @Priority(1) StartupEvent start, LiverCdsConfig config) {
        refusal(config.auth().mode(), ConfigUtils.getProfiles())
                .or(() -> refusal(config.cors().origins().orElse(List.of())))
                .ifPresent(sentence -> {
                    throw new StartRefusedException(sentence);
                });
    }

    static Optional<String> refusal(List<String> origins) {
        return origins.equals(List.of("*"))
                        || origins.stream()
                                .allMatch(origin -> ORIGIN.matcher(origin).matches())
                ? Optional.empty()
                : Optional.of("Liver CDS does not start: livercds.cors.origins lists what is no origin. Write each as"
                        + " browsers do, as in https://ehr.example.org or http://localhost:4200, without a slash at the"
                        + " end, or * alone for any.");
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
