package org.livercds.outbound;

import static java.time.temporal.ChronoUnit.MILLIS;

import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/** Keeps one server that hangs or fails from taking everything with it, and leaves it alone when it asks for that. */
final class ServerGuard {

    private static final Logger LOG = Logger.getLogger(ServerGuard.class);

    private static final Set<FetchProblem> FAILURES = EnumSet.of(
            FetchProblem.UNREACHABLE, FetchProblem.TIMED_OUT, FetchProblem.SERVER_FAILED, FetchProblem.THROTTLED);

    private static final int NOT_IMPLEMENTED = 501;
    private static final int WINDOW = 20;
    private static final double HALF = 0.5;
    private static final TypeLiteral<CompletionStage<Page>> PAGE = new PageStage();

    private final FhirServer server;
    private final Duration breakerRest;
    private final Guard bulkhead;
    private final Guard breaker;
    private final Set<String> given = ConcurrentHashMap.newKeySet();
    private volatile Deadline rest = Deadline.in(Duration.ZERO);
    private volatile Deadline broken = Deadline.in(Duration.ZERO);
    private volatile FetchProblem lastFailure = FetchProblem.UNREACHABLE;

    ServerGuard(FhirServer server, FetchLimits limits) {
        this.server = server;
        this.breakerRest = limits.breakerRest();
        this.bulkhead = Guard.create()
                .withDescription("outbound-bulkhead")
                .withBulkhead()
                .limit(limits.bulkhead())
                .done()
                .build();
        this.breaker = Guard.create()
                .withDescription("outbound-breaker")
                .withCircuitBreaker()
                .requestVolumeThreshold(WINDOW)
                .failureRatio(HALF)
                .delay(limits.breakerRest().toMillis(), MILLIS)
                .when(this::isFailure)
                .onStateChange(this::tell)
                .done()
                .build();
    }

    /**
     * There is no queue: SmallRye queues blocking calls only where it is told to.
     *
     * @return false if too many calls are under way; then nothing was done
     */
    boolean admits(Runnable call) {
        try {
            if (bulkhead.get(() -> isInterruptedBy(call), Boolean.class)) {
                Thread.currentThread().interrupt();
            }
            return true;
        } catch (BulkheadException full) {
            return false;
        }
    }

    /**
     * A type that the server never gave does not count when it fails: some answer 500 for what they do not know.
     *
     * @param type of the resources asked for
     */
    CompletionStage<Page> protect(String type, Supplier<CompletionStage<Page>> exchange) {
        if (!rest.isPast()) {
            return CompletableFuture.failedFuture(new FetchException(FetchProblem.RESTING));
        }
        Supplier<CompletionStage<Page>> counted = () -> exchange.get().handle((page, failure) -> {
            if (failure == null) {
                given.add(type);
                return page;
            }
            FetchException known = FetchException.of(failure, FetchProblem.UNREACHABLE);
            throw given.contains(type) ? known : known.ofUnknownType();
        });
        return breaker.get(counted, PAGE).exceptionally(failure -> {
            if (failure instanceof CircuitBreakerOpenException) {
                throw new FetchException(FetchProblem.RESTING);
            }
            throw FetchException.of(failure, FetchProblem.UNREACHABLE);
        });
    }

    /** What the server asked for; a shorter wish does not end a longer one. */
    void leaveAlone(Duration wished) {
        if (wished.compareTo(rest.remaining()) > 0) {
            rest = Deadline.in(wished);
        }
    }

    /** Whether the next request would not be sent. */
    boolean isResting() {
        return !rest.isPast() || !broken.isPast();
    }

    /** SmallRye forgets the interruption of whoever calls. */
    private static boolean isInterruptedBy(Runnable call) {
        call.run();
        return Thread.interrupted();
    }

    /** A server without POST is not ill, nor one that does not know a type. */
    private boolean isFailure(Throwable thrown) {
        FetchException failure = FetchException.of(thrown, FetchProblem.UNREACHABLE);
        boolean unknown = failure.problem() == FetchProblem.SERVER_FAILED && failure.isOfUnknownType();
        if (!FAILURES.contains(failure.problem()) || failure.status() == NOT_IMPLEMENTED || unknown) {
            return false;
        }
        lastFailure = failure.problem();
        return true;
    }

    private void tell(CircuitBreakerState state) {
        broken = Deadline.in(state == CircuitBreakerState.OPEN ? breakerRest : Duration.ZERO);
        if (state == CircuitBreakerState.OPEN) {
            LOG.warnf("%s is not called for a while: %s", server, lastFailure);
        }
    }

    private static final class PageStage extends TypeLiteral<CompletionStage<Page>> {
        private static final long serialVersionUID = 1L;
    }
}
