package org.livercds.feedback;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.livercds.hooks.Caller;

/**
 * A bucket for each client that holds the items of one minute and fills evenly. Whoever did not say who it is shares one
 * with all others of that kind, so that there are no more buckets than registered clients and one.
 */
public final class ItemBuckets implements ItemRate {

    private static final String NOBODY = "";

    private final int itemsPerMinute;
    private final TimeMeter time;
    private final Map<String, Bucket> ofClients = new ConcurrentHashMap<>();

    public ItemBuckets(int itemsPerMinute) {
        this(itemsPerMinute, TimeMeter.SYSTEM_NANOTIME);
    }

    ItemBuckets(int itemsPerMinute, TimeMeter time) {
        this.itemsPerMinute = itemsPerMinute;
        this.time = time;
    }

    /** A call without items counts as one. */
    @Override
    public Optional<Duration> take(Caller caller, int items) {
        ConsumptionProbe taken = ofClients
                .computeIfAbsent(caller.client().orElse(NOBODY), client -> full())
                .tryConsumeAndReturnRemaining(Math.max(1, items));
        return taken.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(taken.getNanosToWaitForRefill()));
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(itemsPerMinute).refillGreedy(itemsPerMinute, Duration.ofMinutes(1)))
                .withCustomTimePrecision(time)
                .build();
    }
}
