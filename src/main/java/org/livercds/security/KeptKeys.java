package org.livercds.security;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The keys of one client. They are read in the background only; a call that names a key which is not among them waits a
 * moment for the next reading, which then serves all. Time is that of the monotonic clock. Safe for many threads.
 */
final class KeptKeys implements JWKSource<SecurityContext> {

    private static final Logger LOG = Logger.getLogger(KeptKeys.class);

    static final Duration FRESH = Duration.ofMinutes(15);
    static final Duration HOLD = Duration.ofDays(1);
    static final Duration ASKED_AGAIN = Duration.ofMinutes(1);
    static final Duration WITHOUT_KEYS = Duration.ofSeconds(5);

    private final String client;
    private final Supplier<Optional<JWKSet>> source;
    private final Executor background;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private volatile Optional<Kept> kept = Optional.empty();
    private CompletableFuture<Void> reading = CompletableFuture.completedFuture(null);
    private Optional<Long> askedAt = Optional.empty();
    private boolean away;

    private record Kept(JWKSet keys, long readAt) {}

    /**
     * @param client whose keys they are
     * @param source may block; empty where there is nothing of use
     * @param patience how long a call waits at most
     */
    KeptKeys(
            String client,
            Supplier<Optional<JWKSet>> source,
            Executor background,
            Duration patience,
            LongSupplier nanoTime) {
        this.client = client;
        this.source = source;
        this.background = background;
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    /** @throws JWKSetUnavailableException where there are no keys at all */
    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
        List<JWK> found = select(selector);
        if (found.isEmpty() && await(askIfDue())) {
            found = select(selector);
        }
        if (found.isEmpty() && held().isEmpty()) {
            throw new JWKSetUnavailableException("no keys");
        }
        return found;
    }

    /** To be called every few seconds: keys are read at first, and before they are old. */
    void upkeep() {
        if (age().filter(age -> age.compareTo(FRESH) < 0).isEmpty()) {
            askIfDue();
        }
    }

    private List<JWK> select(JWKSelector selector) {
        return held().map(selector::select).orElse(List.of());
    }

    private Optional<JWKSet> held() {
        return age().filter(age -> age.compareTo(HOLD) < 0).flatMap(age -> kept.map(Kept::keys));
    }

    private Optional<Duration> age() {
        return kept.map(last -> Duration.ofNanos(nanoTime.getAsLong() - last.readAt()));
    }

    /** What is under way, or begins now; done where it is too soon. */
    synchronized CompletableFuture<Void> askIfDue() {
        Duration pause = held().isEmpty() ? WITHOUT_KEYS : ASKED_AGAIN;
        long now = nanoTime.getAsLong();
        boolean due = askedAt.filter(asked -> now - asked < pause.toNanos()).isEmpty();
        if (reading.isDone() && due) {
            askedAt = Optional.of(now);
            reading = CompletableFuture.supplyAsync(source, background)
                    .exceptionally(unexpected -> {
                        LOG.errorf("The keys of the client %s: %s", client, unexpected);
                        return Optional.empty();
                    })
                    .thenAccept(this::keep);
        }
        return reading;
    }

    private synchronized void keep(Optional<JWKSet> read) {
        if (read.isPresent()) {
            kept = Optional.of(new Kept(read.get(), nanoTime.getAsLong()));
            if (away) {
                LOG.infof("The keys of the client %s are read again", client);
            }
        } else if (!away) {
            LOG.warnf(
                    "The keys of the client %s cannot be read: %s",
                    client,
                    held().isPresent()
                            ? "those of before hold for a day"
                            : "until they are there its calls are refused (KEYS_UNAVAILABLE)");
        }
        away = read.isEmpty();
    }

    /** Whether it is over. */
    private boolean await(CompletableFuture<Void> asked) {
        asked.copy().completeOnTimeout(null, patience.toMillis(), MILLISECONDS).join();
        return asked.isDone();
    }
}
