package org.livercds.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/** Tells operators that the audit trail cannot be written: a counter for each event, a line at most once a minute. */
public final class Alarm {

    private static final Logger LOG = Logger.getLogger(Alarm.class);
    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final String sink;
    private final Counter failures;
    private final LongSupplier nanoTime;
    private final AtomicLong quietUntil;

    public Alarm(String sink, MeterRegistry metrics) {
        this(sink, metrics, System::nanoTime);
    }

    Alarm(String sink, MeterRegistry metrics, LongSupplier nanoTime) {
        this.sink = sink;
        this.nanoTime = nanoTime;
        this.quietUntil = new AtomicLong(nanoTime.getAsLong());
        this.failures = Counter.builder("livercds.audit.failures")
                .description("Audit events that could not be kept")
                .tag("sink", sink)
                .register(metrics);
    }

    /** @param events how many are lost */
    public void raise(NotKeptException failed, int events) {
        failures.increment(events);
        long now = nanoTime.getAsLong();
        long until = quietUntil.get();
        if (now - until >= 0 && quietUntil.compareAndSet(until, now + PAUSE)) {
            LOG.errorf(
                    "The audit trail (livercds.audit.sink=%s) cannot be written: %s. What happens meanwhile is missing in"
                            + " it; livercds_audit_failures_total counts how much. See Audit in the README.",
                    sink, failed.getMessage());
        }
    }
}
