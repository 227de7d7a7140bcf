package org.livercds.feedback;

import java.time.LocalDate;
import java.util.List;

/**
 * A call of a clinician that was answered. Of one without a card nobody keeps who it was about.
 *
 * @param tenant of the client; empty where it has none
 * @param day in the zone of the service
 * @param cards that were shown
 */
public record Answered(String tenant, String service, String ruleVersion, LocalDate day, List<IssuedCard> cards) {

    public Answered {
        cards = List.copyOf(cards);
    }
}
