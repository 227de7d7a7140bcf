package org.livercds.audit;

import java.util.List;

/** Keeps nothing, and says so. */
public final class BrokenSink implements AuditSink {

    @Override
    public void append(List<String> events) throws NotKeptException {
        throw new NotKeptException("broken on purpose");
    }

    @Override
    public void upkeep() {}

    @Override
    public void close() {}
}
