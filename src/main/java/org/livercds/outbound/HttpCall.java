package org.livercds.outbound;

import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.Optional;

/**
 * One request to a server, without its token.
 *
 * @param traceparent the trace that it belongs to
 */
record HttpCall(URI target, Optional<String> form, Optional<String> traceparent) {

    static HttpCall get(URI target) {
        return new HttpCall(target, Optional.empty(), Optional.empty());
    }

    static HttpCall post(URI target, String form) {
        return new HttpCall(target, Optional.of(form), Optional.empty());
    }

    HttpCall in(Optional<String> trace) {
        return new HttpCall(target, form, trace);
    }

    HttpMethod method() {
        return form.isPresent() ? HttpMethod.POST : HttpMethod.GET;
    }

    /** The target as it stands in the request line. */
    String requestTarget() {
        String path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        return target.getRawQuery() == null ? path : path + "?" + target.getRawQuery();
    }
}
