package org.livercds.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import org.livercds.hooks.WireJson;

/**
 * What befell the service itself, on its way to the trail. Often the trail cannot be written for the same reason: then it
 * waits here, the newest hundred of it. Safe for many threads.
 */
public final class Incidents {

    private static final int MOST_WAITING = 100;

    private final AuditSink sink;
    private final Alarm alarm;
    private final Executor background;
    private final Clock clock;
    private final Deque<String> waiting = new ArrayDeque<>();

    /** @param background where the trail is written, which may take its time */
    public Incidents(AuditSink sink, Alarm alarm, Executor background, Clock clock) {
        this.sink = sink;
        this.alarm = alarm;
        this.background = background;
        this.clock = clock;
    }

    /** Whoever tells it does not wait: it may be a call. */
    public void add(Incident incident) {
        String event = new String(WireJson.write(AuditEvents.incident(clock.instant(), incident)), UTF_8);
        synchronized (waiting) {
            if (waiting.size() == MOST_WAITING) {
                waiting.removeFirst();
                alarm.raise(new NotKeptException("too much waits to be put on record"), 1);
            }
            waiting.add(event);
        }
        background.execute(this::write);
    }

    /** What waits is tried again. */
    public synchronized void write() {
        List<String> events;
        synchronized (waiting) {
            events = List.copyOf(waiting);
        }
        if (events.isEmpty()) {
            return;
        }
        try {
            sink.appendSurely(events);
            synchronized (waiting) {
                waiting.removeAll(events);
            }
        } catch (NotKeptException failed) {
            alarm.raise(failed, 0);
        }
    }
}
