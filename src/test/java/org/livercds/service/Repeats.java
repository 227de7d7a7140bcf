package org.livercds.service;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.livercds.feedback.CardHistory;
import org.livercds.feedback.Hashes;
import org.livercds.feedback.IssuedCardLog;
import org.livercds.feedback.IssuedCards;
import org.livercds.feedback.Overriders;
import org.livercds.feedback.PromptHistory;

/** Repeat control without an application around it. */
final class Repeats {

    private static final Duration QUIET = Duration.ofDays(30);
    private static final Duration SOON = Duration.ofSeconds(1);

    private Repeats() {}

    static RepeatControl none() {
        return of((tenant, readers, since) -> List.of(), SOON, answers -> {}, Clock.systemUTC());
    }

    static RepeatControl of(CardHistory history, Duration budget, IssuedCardLog log, Clock clock) {
        return of(history, budget, log, new Hashes(new byte[32]), clock);
    }

    static RepeatControl of(CardHistory history, Duration budget, IssuedCardLog log, Hashes hashes, Clock clock) {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        return new RepeatControl(
                new PromptHistory(history, Overriders.UNKNOWN, budget, 4, metrics),
                new IssuedCards(log, 1_000, Duration.ZERO, SOON, metrics),
                hashes,
                QUIET,
                clock);
    }
}
