package org.livercds.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Reads a body of usual size before a thread is asked to work on it: whoever sends slowly holds none, and no piece of the
 * body costs a change of threads. A larger one, or one that does not say its size, is read by the thread that works on it,
 * once there is space for it ({@link BodySpace}).
 */
@Singleton
public final class BodiesAhead {

    /** After all that may refuse a call by its head. */
    private static final int PRIORITY = 50;

    /** Beside {@code livercds.most-calls} this bounds what they take together. */
    private static final int LARGEST = 128 * 1024;

    private final Places places;

    BodiesAhead(Places places) {
        this.places = places;
    }

    void register(@Observes Filters filters) {
        filters.register(this::read, PRIORITY);
    }

    private void read(RoutingContext call) {
        HttpServerRequest request = call.request();
        if (!isUsual(request) || places.recorded(request.path()).isEmpty()) {
            call.next();
            return;
        }
        // where the connection breaks there is nobody to answer
        request.body().onSuccess(body -> {
            ((RoutingContextInternal) call).setBody(body);
            call.next();
        });
        request.resume();
    }

    private static boolean isUsual(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaderNames.CONTENT_LENGTH);
        return request.method().equals(HttpMethod.POST)
                && length != null
                && Long.parseLong(length) <= LARGEST
                && !request.headers().contains(HttpHeaderNames.EXPECT);
    }
}
