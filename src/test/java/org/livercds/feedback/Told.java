package org.livercds.feedback;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.livercds.hooks.Caller;
import org.livercds.hooks.CardIds;
import org.livercds.hooks.CardIds.Meaning;
import org.livercds.hooks.FeedbackRequest;
import org.livercds.hooks.WireJson;

/** Feedback as clients send it, about cards of a key of the tests. */
final class Told {

    static final CardIds IDS = new CardIds(new byte[32]);
    static final Hashes HASHES = new Hashes(new byte[32]);
    static final Intake.Address PATIENT_VIEW = new Intake.Address(1, "patient-view-service");
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private static final Intake INTAKE = new Intake(IDS, HASHES, new TwoTopics(), Optional.empty());

    private Told() {}

    static final class TwoTopics implements Intake.Names {
        @Override
        public Optional<String> topic(int number) {
            return number < 2 ? Optional.of(List.of("surveillance", "ablation").get(number)) : Optional.empty();
        }

        @Override
        public String ruleVersion(int number) {
            return number + ".0.0";
        }
    }

    static UUID card(int service, int topic, int part) {
        return IDS.issue(new Meaning(service, topic, part, 2, LocalDate.of(2026, 11, 21)));
    }

    /** About so many cards of ours, each overridden. */
    static Batch batch(int items) {
        return new Batch(
                IntStream.range(0, items)
                        .mapToObj(i -> overridden(card(1, 1, 0), i))
                        .toList(),
                List.of(),
                0);
    }

    static Entry overridden(UUID card, long at) {
        return new Entry(
                card,
                "s",
                "ablation",
                "2.0.0",
                LocalDate.of(2026, 11, 21),
                "overridden",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                at,
                true,
                origin());
    }

    static Entry commented(Entry plain, String comment) {
        return new Entry(
                plain.card(),
                plain.service(),
                plain.topic(),
                plain.ruleVersion(),
                plain.day(),
                plain.outcome(),
                plain.reason(),
                plain.accepted(),
                Optional.of(comment),
                plain.outcomeAt(),
                plain.timed(),
                plain.origin());
    }

    static Origin origin() {
        return Origin.of(Caller.UNKNOWN, NOW);
    }

    static FeedbackRequest request(String items) {
        return FeedbackRequest.of(WireJson.readObject(
                ("{'feedback':[" + items + "]}").replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    static Batch sorted(String items) {
        return sorted(items, NOW);
    }

    static Batch sorted(String items, Instant receivedAt) {
        return INTAKE.sort(request(items), PATIENT_VIEW, Caller.UNKNOWN, receivedAt);
    }
}
