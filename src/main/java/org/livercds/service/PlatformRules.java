package org.livercds.service;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.livercds.service.LiverCdsConfig.Auth.Memory;

/** What our settings ask of those of Quarkus. */
final class PlatformRules {

    private static final String DATABASE = "quarkus.datasource.postgresql.";
    private static final String ACTIVE = DATABASE + "active";
    private static final String ADDRESS = DATABASE + "jdbc.url";
    private static final String THREADS = "quarkus.thread-pool.max-threads";

    /** For feedback, for everything else, and for what is no call. */
    private static final int OTHER_THREADS = 100;

    private PlatformRules() {}

    /** A sentence for each that is broken. */
    static Stream<String> broken(LiverCdsConfig config, Config all) {
        return Stream.concat(threads(config, all), database(config, all));
    }

    private static Stream<String> threads(LiverCdsConfig config, Config all) {
        int needed = config.mostCalls() + OTHER_THREADS;
        return all.getOptionalValue(THREADS, Integer.class).filter(threads -> threads < needed).stream()
                .map(threads -> "livercds.most-calls is more than there are threads for. Set " + THREADS + " to "
                        + needed + " or more, or let fewer calls in.");
    }

    private static Stream<String> database(LiverCdsConfig config, Config all) {
        if (!all.getOptionalValue(ACTIVE, Boolean.class).orElse(false)) {
            return whoWantsIt(config).map(PlatformRules::needed);
        }
        Optional<String> address =
                all.getOptionalValue(ADDRESS, String.class).filter(url -> url.startsWith("jdbc:postgresql:"));
        return address.isPresent()
                ? Stream.empty()
                : Stream.of(ADDRESS + " is missing, or no address of PostgreSQL. Write it as in"
                        + " jdbc:postgresql://db.example.org:5432/livercds.");
    }

    /** @param setting that wants a database where there is none */
    static String needed(String setting) {
        return setting + " needs a database. Set " + ACTIVE + "=true and its jdbc.url, username and password.";
    }

    private static Stream<String> whoWantsIt(LiverCdsConfig config) {
        return Stream.of(
                        wanted("livercds.audit.sink", config.audit().sink() == AuditConfig.Sink.POSTGRESQL),
                        wanted("livercds.auth.used-tokens", config.auth().usedTokens() == Memory.POSTGRESQL),
                        wanted("livercds.feedback.store", config.feedback().store() == FeedbackConfig.Store.POSTGRESQL),
                        wanted("livercds.app.store", config.app().store() == AppConfig.Store.POSTGRESQL))
                .flatMap(Optional::stream);
    }

    private static Optional<String> wanted(String setting, boolean isWanted) {
        return isWanted ? Optional.of(setting + "=postgresql") : Optional.empty();
    }
}
