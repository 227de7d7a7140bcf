package org.livercds.service;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.livercds.hooks.FeedbackRequest;
import org.livercds.service.LiverCdsConfig.Auth.Mode;
import org.livercds.service.LiverCdsConfig.Client;

/** What may not be set together, or not in production, with the sentence that says what to do. */
final class SettingRules {

    /** As browsers write it: no path, no slash at the end, no capitals, no port that the scheme has anyway. */
    private static final Pattern ORIGIN =
            Pattern.compile("(?!http://.*:80$|https://.*:443$)https?://([a-z0-9.-]+|\\[[0-9a-f:]+])(:[0-9]{1,5})?");

    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^/?#@\\s]+(/[^?#\\s]*)?");
    private static final Pattern SAFE_ADDRESS =
            Pattern.compile("(?i)https://.*|http://(localhost|127\\.[0-9.]+|\\[::1])([:/].*)?");

    /** What stands behind the base of a FHIR server, in addresses that were copied from somewhere. */
    private static final Pattern BEHIND_THE_BASE =
            Pattern.compile("https?://[^/]+(/.*)?/(metadata|Patient(/[^/]+)?|\\.well-known/.*)/?");

    /** Signs with a private key that everybody can download. */
    private static final String PUBLIC_SANDBOX = "sandbox.cds-hooks.org";

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
                    config -> isChecked(config) && config.publicUrl().isEmpty(),
                    "livercds.public-url is missing. Set it to where clients call this service, as in"
                            + " https://cds.example.org; their tokens are made for it."),
            new Rule(
                    config -> config.publicUrl()
                            .filter(url -> !WEB_ADDRESS.matcher(url).matches())
                            .isPresent(),
                    "livercds.public-url is no address of a service. Write it with https, the host and nothing but a path"
                            + " behind it, as in https://cds.example.org."),
            new Rule(
                    config -> config.clients().values().stream()
                            .flatMap(client -> client.fhirServers().stream().flatMap(List::stream))
                            .anyMatch(base -> BEHIND_THE_BASE.matcher(base).matches()),
                    "a client under livercds.clients has fhir-servers that name more than the base of a server. Write it as"
                            + " calls have it in fhirServer, as in https://ehr.example.org/fhir."),
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
                            + " to 0 for no limit."),
            new Rule(
                    config -> config.feedback().previousKey().isPresent()
                            && config.feedback().key().isEmpty(),
                    "livercds.feedback.previous-key is set, and livercds.feedback.key is not: a key has to follow it. To"
                            + " go on with the one that there was, set it as livercds.feedback.key."),
            new Rule(
                    config -> config.app().session().compareTo(config.app().longestSession()) > 0,
                    "livercds.app.session is longer than livercds.app.longest-session."));

    private static final List<Rule> IN_PRODUCTION = List.of(
            new Rule(
                    config -> config.auth().mode() == Mode.OFF,
                    "livercds.auth.mode=off lets everybody in and is allowed in the profiles dev and demo only. Remove it"
                            + " and register clients under livercds.clients, or start with -Dquarkus.profile=demo."),
            new Rule(
                    config -> config.publicUrl()
                            .filter(url -> WEB_ADDRESS.matcher(url).matches())
                            .filter(url -> !isHttps(url))
                            .isPresent(),
                    "livercds.public-url is not https. Put TLS in front of the service, and set it to the https address"
                            + " that clients call."),
            new Rule(
                    config -> config.clients().values().stream().anyMatch(SettingRules::isPublicSandbox),
                    "a client under livercds.clients is the public sandbox, whose private key anybody can download:"
                            + " whoever wants could call. Remove it; the profiles dev and demo need no client."),
            new Rule(
                    config -> config.clients().values().stream()
                            .flatMap(SettingRules::addresses)
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
                    config -> config.feedback().store() == FeedbackConfig.Store.TEMPORARY,
                    "livercds.feedback.store=temporary forgets what clients were told is kept, and is for the profiles dev"
                            + " and demo only. Remove it, or set it to embedded or postgresql."),
            new Rule(
                    config -> config.feedback().store() == FeedbackConfig.Store.POSTGRESQL
                            && config.feedback().key().isEmpty(),
                    "livercds.feedback.store=postgresql is for several processes, and livercds.feedback.key is not set:"
                            + " none would recognise the cards of the others. Set the same key for all: openssl rand"
                            + " -base64 32."),
            new Rule(
                    config -> config.demo().enabled(),
                    "livercds.demo.enabled=true shows pages to everybody and is for the profiles dev and demo only."
                            + " Remove it."));

    private SettingRules() {}

    /** A sentence for each that is broken. */
    static Stream<String> broken(LiverCdsConfig config, boolean production) {
        return Stream.concat(ALWAYS.stream(), production ? IN_PRODUCTION.stream() : Stream.empty())
                .filter(rule -> rule.broken().test(config))
                .map(Rule::sentence);
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
