package org.livercds.audit;

import java.util.List;

/** Where audit events go, never to be changed. Safe for many threads. */
public interface AuditSink {

    /**
     * Appends the events of a call; when it returns they are kept, or are under way and counted where that fails.
     *
     * @param events each a JSON object without a line break
     * @throws NotKeptException where not all of them could be kept
     */
    void append(List<String> events) throws NotKeptException;

    /** The same for whoever has time: when it returns they are kept. */
    default void appendSurely(List<String> events) throws NotKeptException {
        append(events);
    }

    /** Then no event needs to be made. */
    default boolean keepsNothing() {
        return false;
    }

    /**
     * What has to be done from time to time: what is older than the retention goes, and what broke is tried again.
     * Called every few seconds by one thread.
     *
     * @throws NotKeptException where that failed
     */
    void upkeep() throws NotKeptException;

    void close();
}
