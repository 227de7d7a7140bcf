package org.livercds.feedback;

import java.time.Instant;
import java.util.Optional;

/**
 * What a user wrote beside an answer to a card, as it stands in the table.
 *
 * @param reasonCode why the card was overridden
 * @param sealed the comment, which {@link SealedComments} opens
 */
public record Commented(
        String card,
        String service,
        String topic,
        String outcome,
        Optional<String> reasonCode,
        Instant at,
        String sealed) {}
