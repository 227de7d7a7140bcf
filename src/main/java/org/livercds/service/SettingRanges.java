package org.livercds.service;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Between which bounds a value can be meant; what lies outside is refused before it does harm. */
final class SettingRanges {

    private static final Duration NOTHING = Duration.ZERO;
    private static final Duration SHORTEST_FETCH = Duration.ofMillis(50);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int DECADE = 3_650;
    private static final long MEGABYTE = 1_048_576;

    private record Range<T extends Comparable<T>>(
            String setting, Function<LiverCdsConfig, T> value, T least, T most, String words) {

        private Stream<String> broken(LiverCdsConfig config) {
            T set = value.apply(config);
            boolean inside = set.compareTo(least) >= 0 && set.compareTo(most) <= 0;
            return inside ? Stream.empty() : Stream.of(sentence(setting, words));
        }
    }

    private static final List<Range<?>> ALL = List.of(
            new Range<>("livercds.deadline", LiverCdsConfig::deadline, SHORTEST_FETCH, MINUTE, "50ms and 60s"),
            new Range<>(
                    "livercds.receive-timeout",
                    LiverCdsConfig::receiveTimeout,
                    Duration.ofMillis(100),
                    Duration.ofMinutes(5),
                    "100ms and 5m"),
            new Range<>("livercds.most-calls", LiverCdsConfig::mostCalls, 1, 10_000, "1 and 10000"),
            new Range<>(
                    "livercds.longest-wait", LiverCdsConfig::longestWait, Duration.ofMillis(1), MINUTE, "1ms and 60s"),
            new Range<>(
                    "livercds.shutdown.delay",
                    config -> config.shutdown().delay(),
                    NOTHING,
                    Duration.ofMinutes(10),
                    "0s and 10m"),
            new Range<>(
                    "livercds.shutdown.timeout",
                    config -> config.shutdown().timeout(),
                    NOTHING,
                    Duration.ofMinutes(10),
                    "0s and 10m"),
            new Range<>(
                    "livercds.auth.most-used-tokens",
                    config -> config.auth().mostUsedTokens(),
                    1,
                    10_000_000,
                    "1 and 10000000"),
            new Range<>(
                    "livercds.staleness.active", config -> config.staleness().active(), 1, DECADE, "1 and 3650 days"),
            new Range<>(
                    "livercds.staleness.surveillance",
                    config -> config.staleness().surveillance(),
                    1,
                    DECADE,
                    "1 and 3650 days"),
            new Range<>(
                    "livercds.thresholds.inr-above",
                    config -> config.thresholds().inrAbove(),
                    BigDecimal.ONE,
                    BigDecimal.TEN,
                    "1 and 10"),
            new Range<>(
                    "livercds.thresholds.platelets-below",
                    config -> config.thresholds().plateletsBelow(),
                    BigDecimal.ONE,
                    BigDecimal.valueOf(450),
                    "1 and 450, in 10⁹ in a litre"),
            new Range<>(
                    "livercds.feedback.quiet-period",
                    config -> config.feedback().quietPeriod(),
                    NOTHING,
                    Duration.ofDays(DECADE),
                    "0 and 3650d"),
            new Range<>(
                    "livercds.feedback.history-deadline",
                    config -> config.feedback().historyDeadline(),
                    Duration.ofMillis(1),
                    MINUTE,
                    "1ms and 60s"),
            new Range<>(
                    "livercds.audit.retention", config -> config.audit().retention(), 30, 36_500, "30 and 36500 days"),
            new Range<>(
                    "livercds.audit.max-file-size",
                    config -> config.audit().maxFileSize().asLongValue(),
                    MEGABYTE,
                    100_000 * MEGABYTE,
                    "1M and 100G"),
            new Range<>(
                    "livercds.app.session",
                    config -> config.app().session(),
                    Duration.ofSeconds(1),
                    Duration.ofDays(1),
                    "1s and 24h"),
            new Range<>(
                    "livercds.app.longest-session",
                    config -> config.app().longestSession(),
                    Duration.ofSeconds(1),
                    Duration.ofDays(7),
                    "1s and 7d"),
            new Range<>(
                    "livercds.app.deadline", config -> config.app().deadline(), SHORTEST_FETCH, MINUTE, "50ms and 60s"),
            new Range<>(
                    "livercds.app.most-sessions",
                    config -> config.app().mostSessions(),
                    1,
                    1_000_000,
                    "1 and 1000000"));

    private SettingRanges() {}

    /** A sentence for each that is broken. */
    static Stream<String> broken(LiverCdsConfig config) {
        return Stream.concat(ALL.stream().flatMap(range -> range.broken(config)), deadlines(config));
    }

    /** In words, for the page that lists all settings. */
    static Optional<String> between(String setting) {
        return ALL.stream()
                .filter(range -> range.setting().equals(setting))
                .map(range -> "between " + range.words())
                .findFirst();
    }

    private static Stream<String> deadlines(LiverCdsConfig config) {
        return config.clients().entrySet().stream()
                .filter(client -> client.getValue()
                        .deadline()
                        .filter(deadline -> deadline.compareTo(SHORTEST_FETCH) < 0 || deadline.compareTo(MINUTE) > 0)
                        .isPresent())
                .map(client -> sentence("livercds.clients.\"" + client.getKey() + "\".deadline", "50ms and 60s"));
    }

    private static String sentence(String setting, String words) {
        return setting + " has to lie between " + words + ".";
    }
}
