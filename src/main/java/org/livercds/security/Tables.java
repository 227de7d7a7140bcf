package org.livercds.security;

import java.sql.SQLException;

/** Sees to it that the table of a store is there. */
public interface Tables {
    /** @throws SQLException where the database cannot be reached, or the table cannot be made */
    void make() throws SQLException;
}
