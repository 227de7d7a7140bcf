package org.livercds.feedback;

import java.util.List;

/**
 * What was told of a card that is not known here: a row of {@code stray_feedback}.
 *
 * @param card the id if it is a UUID, else a hash of it
 * @param service at whose address it was told
 * @param outcomeAt milliseconds since 1970
 * @param timed whether the client said that time
 */
public record Stray(String card, String service, String outcome, long outcomeAt, boolean timed, Origin origin) {

    static final Table TABLE = new Table(
            "stray_feedback",
            List.of("card", "service", "outcome", "outcome_at", "received_at", "tenant", "client", "timed"));

    List<Object> row() {
        return List.of(
                card,
                service,
                outcome,
                outcomeAt,
                origin.receivedAt(),
                origin.tenant(),
                origin.client(),
                timed ? 1 : 0);
    }
}
