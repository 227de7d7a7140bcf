package org.livercds.feedback;

import java.time.Instant;
import org.livercds.hooks.Caller;

/**
 * From whom feedback came, and when.
 *
 * @param receivedAt milliseconds since 1970
 * @param tenant empty where the client has none
 * @param client empty where it did not have to say who it is
 */
public record Origin(long receivedAt, String tenant, String client) {

    static Origin of(Caller caller, Instant receivedAt) {
        return new Origin(
                receivedAt.toEpochMilli(),
                caller.tenant().orElse(""),
                caller.client().orElse(""));
    }
}
