package org.livercds.web;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.livercds.service.LiverCdsConfig;
import org.livercds.service.Phase;

/**
 * How a process ends when it is told to (SIGTERM, SIGINT): it says that it is not ready, and goes on as before for a while,
 * so that whoever sends calls learns it; it takes no new connection and ends each that it has with its next answer; when
 * nothing is under way any more, or after a time, it exits with 0. Feedback, issued cards and audit events are written
 * out on the way.
 */
@Singleton
public final class Drain {

    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(20);

    /** A call that was on its way when the door was shut arrives within it. */
    private static final Duration STILLNESS = Duration.ofMillis(500);

    private final Phase phase;
    private final Doorkeeper doors;
    private final Admission admission;
    private final LiverCdsConfig.Shutdown patience;

    Drain(Phase phase, Doorkeeper doors, Admission admission, LiverCdsConfig config) {
        this.phase = phase;
        this.doors = doors;
        this.admission = admission;
        this.patience = config.shutdown();
    }

    void listen(@Observes StartupEvent start) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            Signals.whenTold(() -> new Thread(this::end, "drain").start());
        }
    }

    private void end() {
        try {
            empty();
        } catch (InterruptedException hurried) {
            LOG.warn("The end does not wait for calls that are under way");
        } finally {
            Quarkus.asyncExit(0);
        }
    }

    private void empty() throws InterruptedException {
        LOG.infof("Told to end: not ready, and no new connection after %s", patience.delay());
        phase.isOver();
        Thread.sleep(patience.delay().toMillis());
        admission.close();
        doors.shut();
        long begun = System.nanoTime();
        long busy = begun;
        while (System.nanoTime() - begun < patience.timeout().toNanos()
                && System.nanoTime() - busy < STILLNESS.toNanos()) {
            Thread.sleep(LOOKS_EVERY.toMillis());
            if (admission.inside() > 0) {
                busy = System.nanoTime();
            }
        }
        if (admission.inside() > 0) {
            LOG.warnf("%d calls are not answered in time and end with the process", admission.inside());
        }
    }
}
