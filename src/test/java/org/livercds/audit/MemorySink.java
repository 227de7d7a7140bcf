package org.livercds.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.livercds.hooks.WireJson;

/** Keeps events in memory, or fails on purpose. */
class MemorySink implements AuditSink {

    final List<String> kept = new CopyOnWriteArrayList<>();
    volatile boolean broken;

    @Override
    public void append(List<String> events) throws NotKeptException {
        if (broken) {
            throw new NotKeptException("broken on purpose");
        }
        kept.addAll(events);
    }

    @Override
    public void upkeep() {}

    @Override
    public void close() {}

    ObjectNode event(int index) {
        return WireJson.readObject(kept.get(index).getBytes(StandardCharsets.UTF_8));
    }
}
