package org.livercds.feedback;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A card that was shown, and to whom.
 *
 * @param card its id
 * @param tenant of the client; empty where it has none
 * @param patient a keyed hash
 * @param user a keyed hash; empty where the call named no user
 * @param facts behind it, in plain form; none where it is never held back
 */
public record IssuedCard(
        String card,
        String tenant,
        String patient,
        String user,
        String service,
        String topic,
        String ruleVersion,
        Map<String, String> facts,
        Instant issuedAt) {

    public IssuedCard {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
