package org.livercds.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * The form of our own page names no origin to whoever listens ({@code Origin: null}, because its page gives no referrer), or
 * one with the scheme of a proxy: the filter of other origins would refuse it. What it is judged by stands in it.
 */
public final class OwnPages {

    /** Before the filter of other origins. */
    private static final int PRIORITY = 400;

    private static final String LOGOUT = AppResource.PATH + "/logout";

    void register(@Observes Filters filters) {
        filters.register(OwnPages::withoutOrigin, PRIORITY);
    }

    private static void withoutOrigin(RoutingContext call) {
        if (call.request().path().equals(LOGOUT)) {
            call.request().headers().remove(HttpHeaderNames.ORIGIN);
        }
        call.next();
    }
}
