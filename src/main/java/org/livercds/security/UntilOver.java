package org.livercds.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** What a process remembers until it is over, by the clock of the service, and no longer. Nothing is forgotten before. */
public final class UntilOver {

    private UntilOver() {}

    /** @param until when a value is over */
    public static <T> Cache<String, T> remembering(Clock clock, Function<T, Instant> until) {
        Ticker ticker = () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos();
        return Caffeine.newBuilder()
                // its upkeep is less work than to wake another thread for it at each call
                .executor(Runnable::run)
                .ticker(ticker)
                .expireAfter(Expiry.<String, T>writing(
                        (key, value) -> Duration.between(clock.instant(), until.apply(value))))
                .build();
    }

    /** Whether there is no room for one more, when those that are over have gone. */
    public static boolean isFull(Cache<String, ?> remembered, int most) {
        if (remembered.estimatedSize() >= most) {
            remembered.cleanUp();
        }
        return remembered.estimatedSize() >= most;
    }
}
