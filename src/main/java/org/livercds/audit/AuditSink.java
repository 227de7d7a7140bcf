package org.livercds.audit;

import java.util.List;

/** Where audit events go, never to be changed. Safe for many threads. */
public interface AuditSink {

    /**
     * Appends events; when it returns they are kept.
     *
     * @param events each a JSON object without a line break
     * @throws NotKeptException where not all of them could be kept
     */
    void append(List<String> events) throws NotKeptException;

    /**
     * What has to be done from time to time: what is older than the retention goes, and what broke is tried again.
     * Called every few seconds by one thread.
     *
     * @throws NotKeptException where that failed
     */
    void upkeep() throws NotKeptException;

    void close();
}
