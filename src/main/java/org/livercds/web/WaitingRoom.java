package org.livercds.web;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.livercds.audit.Place;
import org.livercds.hooks.RefusedException;
import org.livercds.service.Turns;

/**
 * Where a call with a body of usual size waits, without a thread, until the body is there whole and until it is its turn.
 * A larger body, or one that does not say its size, is read by the thread that works on it, once there is space for it
 * ({@link BodySpace}); its turn comes then.
 */
@Singleton
public final class WaitingRoom {

    private static final Logger LOG = Logger.getLogger(WaitingRoom.class);

    /** After all that may refuse a call by its head. */
    private static final int PRIORITY = 50;

    /** Beside {@code livercds.most-calls} this bounds what they take together. */
    static final int LARGEST = 128 * 1024;

    private static final String TURN = WaitingRoom.class.getName() + ".turn";
    private static final String BODY = WaitingRoom.class.getName() + ".body";

    private final Places places;
    private final Turns turns;
    private final CurrentVertxRequest current;

    WaitingRoom(Places places, Turns turns, CurrentVertxRequest current) {
        this.places = places;
        this.turns = turns;
        this.current = current;
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, PRIORITY);
    }

    /** In the turn that the call was given here; a call that was given none takes one later ({@link Turns#take}). */
    <T> T inTurn(Turns.Work<T> work) throws IOException {
        letReadersGoFirst();
        Turns.Turn turn = current.getCurrent().get(TURN);
        return turn == null ? work.done() : turn.during(work);
    }

    /**
     * The body of the call that is worked on, as it came.
     *
     * @param unread where it was not read here
     * @throws RefusedException where it is of a type or a size that is not taken
     */
    byte[] body(HttpHeaders headers, InputStream unread) throws IOException {
        CdsServicesResource.requireJson(headers);
        byte[] read = current.getCurrent().get(BODY);
        return read == null ? CdsServicesResource.read(unread) : read;
    }

    /** Those threads that read and refuse calls have little to do and no time; heeded with -XX:ThreadPriorityPolicy=1. */
    private static void letReadersGoFirst() {
        Thread worker = Thread.currentThread();
        if (worker.getPriority() != Thread.MIN_PRIORITY) {
            worker.setPriority(Thread.MIN_PRIORITY);
        }
    }

    private void enter(RoutingContext call) {
        HttpServerRequest request = call.request();
        Place.Kind kind = places.of(request.path()).kind();
        if (!isUsual(request) || kind == Place.Kind.OTHER) {
            call.next();
            return;
        }
        joinPieces(request);
        Body body = new Body(length(request));
        request.handler(part -> body.add(memory(part)));
        request.endHandler(any -> {
            call.put(BODY, body.whole());
            if (kind == Place.Kind.FEEDBACK) {
                call.next();
            } else {
                await(call);
            }
        });
        request.exceptionHandler(gone -> LOG.debugf("A connection broke while its body came"));
        request.resume();
    }

    /** Before Vert.x copies each of them; a connection that was there before the door was opened has none that could. */
    private static void joinPieces(HttpServerRequest request) {
        ChannelPipeline line = ((ConnectionBase) request.connection()).channel().pipeline();
        Optional.ofNullable(line.get(StrictDecoder.class)).ifPresent(StrictDecoder::joinPieces);
    }

    @SuppressWarnings("deprecation") // it moves with the next Vert.x, and has no other name in this one
    private static ByteBuf memory(Buffer part) {
        return part.getByteBuf();
    }

    private void await(RoutingContext call) {
        Context mine = Vertx.currentContext();
        Seat seat = new Seat();
        call.addEndHandler(any -> seat.leave());
        turns.next(turn -> {
            if (Vertx.currentContext() == mine) {
                begin(call, seat, turn);
            } else {
                mine.executeBlocking(() -> begin(call, seat, turn), false);
            }
        });
    }

    private static Void begin(RoutingContext call, Seat seat, Turns.Turn turn) {
        if (seat.take(turn)) {
            call.put(TURN, turn);
            call.next();
        }
        return null;
    }

    /** Of a known length. What came in one piece is not copied: the server has made an array for it that nobody else has. */
    static final class Body {

        private final int length;
        private byte[] read;
        private int there;

        Body(int length) {
            this.length = length;
        }

        void add(ByteBuf part) {
            if (!part.isReadable()) {
                return;
            }
            if (part.hasArray() && part.array().length == length && part.readableBytes() == length) {
                read = part.array();
            } else {
                read = read == null ? new byte[length] : read;
                part.getBytes(part.readerIndex(), read, there, part.readableBytes());
            }
            there += part.readableBytes();
        }

        byte[] whole() {
            return read == null ? new byte[length] : read;
        }
    }

    /** Of a call that waits: one thread brings its turn, while another may see that its connection breaks. */
    private static final class Seat {

        private Turns.Turn turn;
        private boolean left;

        private synchronized boolean take(Turns.Turn given) {
            turn = given;
            if (left) {
                given.endUnused();
            }
            return !left;
        }

        private synchronized void leave() {
            left = true;
            if (turn != null) {
                turn.endUnused();
            }
        }
    }

    private static boolean isUsual(HttpServerRequest request) {
        return request.method().equals(HttpMethod.POST)
                && request.headers().contains(HttpHeaderNames.CONTENT_LENGTH)
                && Long.parseLong(request.getHeader(HttpHeaderNames.CONTENT_LENGTH)) <= LARGEST
                && !request.headers().contains(HttpHeaderNames.EXPECT);
    }

    private static int length(HttpServerRequest request) {
        return Integer.parseInt(request.getHeader(HttpHeaderNames.CONTENT_LENGTH));
    }
}
