package org.livercds.outbound;

import java.util.concurrent.atomic.AtomicInteger;

/** How many bytes all queries of one fetch may still bring together, as they come and unpacked. */
final class ByteBudget {

    private final AtomicInteger received;
    private final AtomicInteger unpacked;

    ByteBudget(int bytes) {
        received = new AtomicInteger(bytes);
        unpacked = new AtomicInteger(bytes);
    }

    int receivable() {
        return received.get();
    }

    /** @return false if that was more than there may be */
    boolean receive(int bytes) {
        return received.addAndGet(-bytes) >= 0;
    }

    int unpackable() {
        return Math.max(0, unpacked.get());
    }

    void unpack(int bytes) {
        unpacked.addAndGet(-bytes);
    }
}
