package org.livercds.feedback;

import java.sql.SQLException;
import java.util.List;

/** Where it is kept how many calls were answered, and which cards were shown. */
public interface IssuedCardLog {

    /** @throws SQLException where none of them could be kept */
    void append(List<Answered> answers) throws SQLException;
}
