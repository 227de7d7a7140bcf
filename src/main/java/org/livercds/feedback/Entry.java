package org.livercds.feedback;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.livercds.hooks.OverrideReason;

/**
 * What was done with a card of ours: a row of {@code feedback}.
 *
 * @param day when the card was shown, in the zone of the service
 * @param outcome {@code accepted} or {@code overridden}
 * @param accepted suggestions of this card
 * @param comment sealed, and only where the site keeps them
 * @param outcomeAt milliseconds since 1970
 * @param timed whether the client said that time
 */
public record Entry(
        UUID card,
        String service,
        String topic,
        String ruleVersion,
        LocalDate day,
        String outcome,
        Optional<OverrideReason> reason,
        List<UUID> accepted,
        Optional<String> comment,
        long outcomeAt,
        boolean timed,
        Origin origin) {

    static final Table TABLE = new Table(
            "feedback",
            List.of(
                    "card",
                    "service",
                    "topic",
                    "rule_version",
                    "day",
                    "outcome",
                    "reason_system",
                    "reason_code",
                    "accepted",
                    "comment",
                    "outcome_at",
                    "received_at",
                    "tenant",
                    "client",
                    "timed"));

    public Entry {
        accepted = List.copyOf(accepted);
    }

    List<Object> row() {
        return Arrays.asList(
                card.toString(),
                service,
                topic,
                ruleVersion,
                day.toEpochDay(),
                outcome,
                reason.flatMap(OverrideReason::system).orElse(null),
                reason.map(OverrideReason::code).orElse(null),
                accepted.stream().map(id -> "\"" + id + "\"").toList().toString(),
                comment.orElse(null),
                outcomeAt,
                origin.receivedAt(),
                origin.tenant(),
                origin.client(),
                timed ? 1 : 0);
    }
}
