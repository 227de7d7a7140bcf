package org.livercds.web;

import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.FastThreadLocal;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * While calls are refused, a thread that reads connections goes its rounds: it looks at all of them, and again after a
 * pause, instead of whenever bytes come on one. Each look takes a processor away from the threads that work on calls, and
 * costs more than the refusal itself; a refusal may take some milliseconds.
 */
final class Rounds {

    /** Also what everything else that such a thread does waits meanwhile, health and answers too. */
    static final Duration PAUSE = Duration.ofMillis(2);

    private static final FastThreadLocal<Boolean> PAUSES = new FastThreadLocal<>();

    private Rounds() {}

    /** Asked for in this thread, however often: it pauses once, when it has done what there is to do now. */
    static void pause(SingleThreadEventLoop reader) {
        if (PAUSES.get() == null) {
            PAUSES.set(true);
            reader.executeAfterEventLoopIteration(() -> {
                PAUSES.remove();
                LockSupport.parkNanos(PAUSE.toNanos());
            });
        }
    }
}
