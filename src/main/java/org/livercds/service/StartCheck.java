package org.livercds.service;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.livercds.hooks.FeedbackRequest;
import org.livercds.service.LiverCdsConfig.Auth.Mode;
import org.livercds.service.LiverCdsConfig.Client;

/** Refuses to start where the settings are not safe, with a sentence that says what to do. */
final class StartCheck {

    private static final Logger LOG = Logger.getLogger(StartCheck.class);

    private static final Set<String> TRIAL = Set.of("dev", "demo", "test");

    /** As browsers write it: no path, no slash at the end, no capitals, no port that the scheme has anyway. */
    private static final Pattern ORIGIN =
            Pattern.compile("(?!http://.*:80$|https://.*:443$)https?://([a-z0-9.-]+|\\[[0-9a-f:]+])(:[0-9]{1,5})?");

    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^/?#@\\s]+(/[^?#\\s]*)?");
    private static final Pattern SAFE_ADDRESS =
            Pattern.compile("(?i)https://.*|http://(localhost|127\\.[0-9.]+|\\[::1])([:/].*)?");

    /** Signs with a private key that everybody can download. */
    private static final String PUBLIC_SANDBOX = "sandbox.cds-hooks.org";

    private static final Set<String> ENDS_WITHOUT_MEMORY =
            Set.of("-XX:+ExitOnOutOfMemoryError", "-XX:+CrashOnOutOfMemoryError");

    private record Rule(Predicate<LiverCdsConfig> broken, String sentence) {}

    private static final List<Rule> ALWAYS = List.of(
            new Rule(
                    config -> !areOrigins(config.cors().origins().orElse(List.of())),
                    "livercds.cors.origins lists what is no origin. Write each as browsers do, as in"
                            + " https://ehr.example.org or http://localhost:4200, without a slash at the end, or * alone"
                            + " for any."),
            new Rule(
                    config -> !areSingleOrigins(config.app().framedBy().orElse(List.of())),
                    "livercds.app.framed-by lists what is no origin. Write each as browsers do, as in"
                            + " https://ehr.example.org, without a slash at the end."),
            new Rule(
                    config -> isChecked(config) && config.clients().isEmpty(),
                    "nobody could call: no client is registered. Set livercds.clients.\"name\".issuer and jwks-url for"
                            + " each EHR; to try the service with synthetic data, start it with"
                            + " -Dquarkus.profile=demo."),
            new Rule(
                    config -> isChecked(config)
                            && config.publicUrl()
                                    .filter(url -> WEB_ADDRESS.matcher(url).matches())
                                    .isEmpty(),
                    "livercds.public-url is missing or no address. Set it to where clients call this service, as in"
                            + " https://cds.example.org; their tokens are made for it."),
            new Rule(
                    config -> !areRegistered(config.explain().clients(), config),
                    "livercds.explain.clients names a client that is not registered under livercds.clients."),
            new Rule(
                    config -> !areRegistered(config.feedback().summaryClients(), config),
                    "livercds.feedback.summary-clients names a client that is not registered under"
                            + " livercds.clients."),
            new Rule(
                    config -> config.feedback().itemsPerMinute() != 0
                            && config.feedback().itemsPerMinute() < FeedbackRequest.MOST_ITEMS,
                    "livercds.feedback.items-per-minute is less than the "
                            + FeedbackRequest.MOST_ITEMS
                            + " items that one call may hold, which would then never be taken. Set it to that or more, or"
                            + " to 0 for no limit."));

    private static final List<Rule> IN_PRODUCTION = List.of(
            new Rule(
                    config -> config.auth().mode() == Mode.OFF,
                    "livercds.auth.mode=off lets everybody in and is allowed in the profiles dev and demo only. Remove it"
                            + " and register clients under livercds.clients, or start with -Dquarkus.profile=demo."),
            new Rule(
                    config -> config.publicUrl().filter(StartCheck::isHttps).isEmpty(),
                    "livercds.public-url is not https. Put TLS in front of the service, and set it to the https address"
                            + " that clients call."),
            new Rule(
                    config -> config.clients().values().stream().anyMatch(StartCheck::isPublicSandbox),
                    "a client under livercds.clients is the public sandbox, whose private key anybody can download:"
                            + " whoever wants could call. Remove it; the profiles dev and demo need no client."),
            new Rule(
                    config -> config.clients().values().stream()
                            .flatMap(StartCheck::addresses)
                            .anyMatch(address ->
                                    !SAFE_ADDRESS.matcher(address.strip()).matches()),
                    "a client under livercds.clients has a jwks-url, fhir-servers or token-origins that is not https: keys could be"
                            + " exchanged and tokens read on the way. Only addresses of this machine may be http."),
            new Rule(
                    config -> config.fhir().allowedServers().isPresent(),
                    "livercds.fhir.allowed-servers is for calls without a client, in the profiles dev and demo only. List"
                            + " the servers under livercds.clients.\"name\".fhir-servers."),
            new Rule(
                    config -> config.feedback().keepComments()
                            && config.feedback().key().isEmpty(),
                    "livercds.feedback.keep-comments=true keeps comments encrypted under livercds.feedback.key, which is"
                            + " not set: after the next start nobody could read them again. Set the key, or remove the"
                            + " setting."),
            new Rule(
                    config -> config.demo().enabled(),
                    "livercds.demo.enabled=true shows pages to everybody and is for the profiles dev and demo only."
                            + " Remove it."));

    void check(@Observes @Priority(1) StartupEvent start, LiverCdsConfig config) {
        refusal(config, ConfigUtils.getProfiles()).ifPresent(sentence -> {
            throw new StartRefusedException(sentence);
        });
        if (isProduction(ConfigUtils.getProfiles())) {
            memoryWarning(ManagementFactory.getRuntimeMXBean().getInputArguments())
                    .ifPresent(LOG::warn);
        }
        if (config.auth().mode() == Mode.WARN) {
            LOG.warn("livercds.auth.mode=warn: everybody is let in. Set it to required when the EHR is connected.");
        }
    }

    static Optional<String> refusal(LiverCdsConfig config, List<String> profiles) {
        return Stream.concat(ALWAYS.stream(), isProduction(profiles) ? IN_PRODUCTION.stream() : Stream.empty())
                .filter(rule -> rule.broken().test(config))
                .findFirst()
                .map(rule -> "Liver CDS does not start: " + rule.sentence());
    }

    /** @param arguments of the Java machine */
    static Optional<String> memoryWarning(List<String> arguments) {
        return arguments.stream().anyMatch(ENDS_WITHOUT_MEMORY::contains)
                ? Optional.empty()
                : Optional.of(
                        "Started without -XX:+ExitOnOutOfMemoryError: should memory run out, this process may go on"
                                + " without answering.");
    }

    private static boolean isProduction(List<String> profiles) {
        return profiles.stream().noneMatch(TRIAL::contains);
    }

    private static boolean areOrigins(List<String> origins) {
        return origins.equals(List.of("*")) || areSingleOrigins(origins);
    }

    private static boolean areSingleOrigins(List<String> origins) {
        return origins.stream().allMatch(origin -> ORIGIN.matcher(origin).matches());
    }

    private static boolean areRegistered(Optional<List<String>> names, LiverCdsConfig config) {
        return config.clients().keySet().containsAll(names.orElse(List.of()));
    }

    private static boolean isChecked(LiverCdsConfig config) {
        return config.auth().mode() != Mode.OFF;
    }

    private static boolean isHttps(String address) {
        return address.regionMatches(true, 0, "https://", 0, "https://".length());
    }

    private static boolean isPublicSandbox(Client client) {
        return Stream.concat(Stream.of(client.issuer()), client.jwksUrl().stream())
                .anyMatch(address -> address.toLowerCase(Locale.ROOT).contains(PUBLIC_SANDBOX));
    }

    private static Stream<String> addresses(Client client) {
        return Stream.of(
                        client.jwksUrl().stream(),
                        client.fhirServers().stream().flatMap(List::stream),
                        client.smart().flatMap(SmartConfig::tokenOrigins).stream()
                                .flatMap(List::stream))
                .flatMap(addresses -> addresses);
    }
}
