package org.livercds.service;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.livercds.service.LiverCdsConfig.Auth.Mode;

/** Refuses to start where the settings cannot be used or are not safe, with a sentence for each mistake. */
final class StartCheck {

    private static final Logger LOG = Logger.getLogger(StartCheck.class);

    private static final Set<String> TRIAL = Set.of("dev", "demo", "test");

    private static final Set<String> ENDS_WITHOUT_MEMORY =
            Set.of("-XX:+ExitOnOutOfMemoryError", "-XX:+CrashOnOutOfMemoryError");

    /** Longer than most EHRs wait for an answer. */
    private static final Duration LONG = Duration.ofSeconds(5);

    /** The filters are asked for before anything is made of the settings. */
    void check(@Observes @Priority(1) Filters first, LiverCdsConfig config, Config all) {
        boolean production = isProduction(ConfigUtils.getProfiles());
        List<String> mistakes =
                mistakes(config, all, System.getenv().keySet(), production).toList();
        if (!mistakes.isEmpty()) {
            throw new StartRefusedException(mistakes);
        }
        warnings(config, production).forEach(LOG::warn);
    }

    /** @param variables of the environment */
    static Stream<String> mistakes(LiverCdsConfig config, Config all, Set<String> variables, boolean production) {
        return Stream.of(
                        KnownSettings.all()
                                .misspelt(variables.stream(), config.clients().keySet())
                                .stream(),
                        SettingRules.broken(config, production),
                        SettingRanges.broken(config),
                        SettingTrials.broken(config),
                        PlatformRules.broken(config, all))
                .flatMap(sentences -> sentences)
                .distinct();
    }

    /** What may be meant, and is told once. */
    static Stream<String> warnings(LiverCdsConfig config, boolean production) {
        Stream<String> always = config.auth().mode() == Mode.WARN
                ? Stream.of(
                        "livercds.auth.mode=warn: everybody is let in. Set it to required when the EHR is connected.")
                : Stream.empty();
        return production ? Stream.concat(always, inProduction(config)) : always;
    }

    private static Stream<String> inProduction(LiverCdsConfig config) {
        Optional<String> late = config.deadline().compareTo(LONG) > 0
                ? Optional.of("livercds.deadline is longer than 5 s: an EHR may have given up before it is answered.")
                : Optional.empty();
        Optional<String> unseen = config.audit().sink() == AuditConfig.Sink.OFF
                ? Optional.of("livercds.audit.sink=off: nobody will be able to tell who saw what.")
                : Optional.empty();
        return Stream.of(memoryWarning(ManagementFactory.getRuntimeMXBean().getInputArguments()), late, unseen)
                .flatMap(Optional::stream);
    }

    /** @param arguments of the Java machine */
    static Optional<String> memoryWarning(List<String> arguments) {
        return arguments.stream().anyMatch(ENDS_WITHOUT_MEMORY::contains)
                ? Optional.empty()
                : Optional.of(
                        "Started without -XX:+ExitOnOutOfMemoryError: should memory run out, this process may go on"
                                + " without answering.");
    }

    static boolean isProduction(List<String> profiles) {
        return profiles.stream().noneMatch(TRIAL::contains);
    }
}
