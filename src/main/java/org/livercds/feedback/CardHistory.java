package org.livercds.feedback;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What users did with the cards that they were shown. */
public interface CardHistory {

    /** Of a service that keeps none. */
    CardHistory NONE = (tenant, patient, user, since) -> List.of();

    /**
     * The cards about this patient that this user overrode since then and did not accept afterwards: of each topic the
     * one that was issued last.
     *
     * @param patient a keyed hash
     * @param user a keyed hash
     * @throws SQLException where it cannot be read
     */
    List<IssuedCard> overridden(String tenant, String patient, String user, Instant since) throws SQLException;
}
