package org.livercds.audit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.livercds.hooks.WireJson;

/**
 * What befell the service itself, on its way to the trail. Often the trail cannot be written for the same reason: then it
 * waits here, the newest hundred of it. Safe for many threads.
 */
public final class Incidents {

    private static final int MOST_WAITING = 100;

    private final AuditSink sink;
    private final Alarm alarm;
    private final Clock clock;
    private final Deque<String> waiting = new ArrayDeque<>();

    public Incidents(AuditSink sink, Alarm alarm, Clock clock) {
        this.sink = sink;
        this.alarm = alarm;
        this.clock = clock;
    }

    public synchronized void add(Incident incident) {
        if (waiting.size() == MOST_WAITING) {
            waiting.removeFirst();
            alarm.raise(new NotKeptException("too much waits to be put on record"), 1);
        }
        waiting.add(
                new String(WireJson.write(AuditEvents.incident(clock.instant(), incident)), StandardCharsets.UTF_8));
        write();
    }

    /** What waits is tried again. */
    public synchronized void write() {
        if (waiting.isEmpty()) {
            return;
        }
        try {
            sink.append(List.copyOf(waiting));
            waiting.clear();
        } catch (NotKeptException failed) {
            alarm.raise(failed, 0);
        }
    }
}
