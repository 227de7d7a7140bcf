package org.livercds.outbound;

import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.Optional;

/** One request to a server, without its token. */
record HttpCall(URI target, Optional<String> form) {

    static HttpCall get(URI target) {
        return new HttpCall(target, Optional.empty());
    }

    static HttpCall post(URI target, String form) {
        return new HttpCall(target, Optional.of(form));
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
