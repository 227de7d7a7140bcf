package org.livercds.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Clients that build addresses by hand send trailing and doubled slashes; the address is meant without them. */
public final class PathFilter {

    @ServerRequestFilter(preMatching = true)
    public void filter(ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        String path = uri.getRawPath();
        String plain = path.replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
        if (!plain.equals(path)) {
            request.setRequestUri(uri.resolve(plain));
        }
    }
}
