package org.livercds.feedback;

import java.sql.SQLException;
import java.util.List;

/** Where it is kept which cards were shown. */
public interface IssuedCardLog {

    /** Of a service that keeps no cards. */
    IssuedCardLog NONE = cards -> {};

    /** @throws SQLException where none of them could be kept */
    void append(List<IssuedCard> cards) throws SQLException;
}
