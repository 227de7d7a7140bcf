package org.livercds.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Clients that build addresses by hand send trailing and doubled slashes; the address is meant without them. */
public final class PathFilter {

    private static final Pattern SERVICE = Pattern.compile(
            "/?(cds-services/[^/]+/feedback|(cds-services|explain|demo/what-if)/[^/]+|demo/bundle|app/logout)/?");

    /** OPTIONS says what an address takes. */
    @ServerRequestFilter(preMatching = true, priority = Priorities.USER + 1)
    public Optional<Response> options(ContainerRequestContext request) {
        return Optional.of(request)
                .filter(asked -> asked.getMethod().equals(HttpMethod.OPTIONS))
                .map(asked -> Response.noContent()
                        .header(HttpHeaders.ALLOW, methods(asked.getUriInfo().getPath()))
                        .build());
    }

    static String methods(String path) {
        return SERVICE.matcher(path).matches() ? "OPTIONS, POST" : "GET, HEAD, OPTIONS";
    }

    @ServerRequestFilter(preMatching = true)
    public void filter(ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        String path = uri.getRawPath();
        if (!path.contains("//") && !path.endsWith("/")) {
            return;
        }
        String plain = path.replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
        if (!plain.equals(path)) {
            request.setRequestUri(uri.resolve(plain));
        }
    }
}
