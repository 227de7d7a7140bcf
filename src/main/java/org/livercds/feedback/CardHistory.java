package org.livercds.feedback;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What users did with the cards that they were shown. */
public interface CardHistory {

    /**
     * The cards that were overridden since then and not accepted afterwards: of each topic the one that was issued last.
     *
     * @param readers the same user and patient, under each key that is valid
     * @throws SQLException where it cannot be read
     */
    List<IssuedCard> overridden(String tenant, List<Reader> readers, Instant since) throws SQLException;
}
