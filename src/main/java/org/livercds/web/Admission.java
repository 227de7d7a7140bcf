package org.livercds.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.livercds.audit.Place;
import org.livercds.hooks.Refusal;
import org.livercds.service.LiverCdsConfig;
import org.livercds.service.Turns;

/**
 * How many calls may be under way. Services, feedback and everything else have lanes of their own, so that none starves
 * another; health and metrics stand at another port and are never refused. Who comes beyond that, or would have to wait for
 * long, is told so at once, before any thread is asked to work.
 */
@Singleton
public final class Admission {

    /** Behind the filter of other origins, whose pages read the refusal too. */
    private static final int PRIORITY = 250;

    private static final int OTHER_CALLS = 40;

    /** What is left of a longer body is not read; the connection ends. */
    private static final long READ_TO_THE_END = 256 * 1024;

    private final Map<Lane, Room> rooms = new EnumMap<>(Lane.class);
    private final Places places;
    private final Turns turns;
    private final Duration longestWait;
    private final CallMeter meter;
    private volatile boolean closing;

    private enum Lane {
        CALLS,
        FEEDBACK,
        OTHER
    }

    /** @param most calls at once */
    private record Room(int most, AtomicInteger inside, Counter refused) {

        private boolean isFull() {
            return inside.get() >= most;
        }

        private boolean enter(boolean slow) {
            if (inside.incrementAndGet() <= most && !slow) {
                return true;
            }
            inside.decrementAndGet();
            refused.increment();
            return false;
        }
    }

    Admission(LiverCdsConfig config, Places places, Turns turns, CallMeter meter, MeterRegistry metrics) {
        this.meter = meter;
        this.turns = turns;
        this.longestWait = config.longestWait();
        this.places = places;
        for (Lane lane : Lane.values()) {
            String name = lane.name().toLowerCase(Locale.ROOT);
            AtomicInteger inside = metrics.gauge("livercds.calls.inside", Tags.of("lane", name), new AtomicInteger());
            Counter refused = Counter.builder("livercds.calls.busy")
                    .description("Calls that were refused because too many others were under way")
                    .tag("lane", name)
                    .register(metrics);
            rooms.put(lane, new Room(lane == Lane.CALLS ? config.mostCalls() : OTHER_CALLS, inside, refused));
        }
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, PRIORITY);
    }

    /** From here on every answer is the last of its connection. */
    void close() {
        closing = true;
    }

    /** How many calls are under way. */
    int inside() {
        return rooms.values().stream().mapToInt(room -> room.inside().get()).sum();
    }

    /** Whether a call of a service that came now would be refused. */
    boolean isFull() {
        Room room = rooms.get(Lane.CALLS);
        return !closing && (room.isFull() || isSlow(room));
    }

    /**
     * Counts a call that is refused while there is no room, if that is what it is.
     *
     * @param uri of its head
     */
    boolean refuses(String uri) {
        Place place = places.of(new QueryStringDecoder(uri).rawPath());
        boolean refused = lane(place) == Lane.CALLS;
        if (refused) {
            rooms.get(Lane.CALLS).refused().increment();
            meter.refusedAtTheDoor(place);
        }
        return refused;
    }

    private void admit(RoutingContext call) {
        call.addHeadersEndHandler(any -> {
            if (closing) {
                call.response().putHeader(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            }
        });
        Lane lane = lane(places.of(call.request().path()));
        Room room = rooms.get(lane);
        if (room.enter(lane == Lane.CALLS && isSlow(room))) {
            AtomicBoolean left = new AtomicBoolean();
            call.addEndHandler(any -> {
                // told twice where a connection breaks
                if (left.compareAndSet(false, true)) {
                    room.inside().decrementAndGet();
                }
            });
            call.next();
        } else {
            refuse(call);
        }
    }

    private boolean isSlow(Room room) {
        return turns.isLong(room.inside().get(), longestWait);
    }

    private static Lane lane(Place place) {
        return switch (place.kind()) {
            case HOOK, EXPLANATION -> Lane.CALLS;
            case FEEDBACK -> Lane.FEEDBACK;
            case PICTURE, OTHER -> Lane.OTHER;
        };
    }

    private static void refuse(RoutingContext call) {
        if (!isReadToTheEnd(call.request().getHeader(HttpHeaderNames.CONTENT_LENGTH))
                && hasBody(call.request().headers())) {
            call.response().putHeader(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        call.request().resume();
        call.response()
                .setStatusCode(Refusal.BUSY.status())
                .putHeader(HttpHeaderNames.RETRY_AFTER, BusyAnswer.SECONDS_TO_WAIT)
                .putHeader(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .end(BusyAnswer.BODY);
    }

    private static boolean hasBody(MultiMap headers) {
        return headers.contains(HttpHeaderNames.CONTENT_LENGTH) || headers.contains(HttpHeaderNames.TRANSFER_ENCODING);
    }

    /** @param length as a client says it, or null */
    static boolean isReadToTheEnd(String length) {
        return length != null && Long.parseLong(length) <= READ_TO_THE_END;
    }
}
