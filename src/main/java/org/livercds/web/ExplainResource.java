package org.livercds.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.RestHeader;
import org.livercds.hooks.Caller;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;
import org.livercds.service.ExplainService;
import org.livercds.service.LiverCdsConfig;
import org.livercds.service.LiverCdsConfig.Auth.Mode;

/** Why a service answers a call as it does: the same body, the whole assessment. Off unless authentication is off. */
@Path("/explain")
public final class ExplainResource {

    private final boolean enabled;
    private final ExplainService service;

    ExplainResource(LiverCdsConfig config, ExplainService service) {
        this.enabled = config.auth().mode() == Mode.OFF;
        this.service = service;
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    @Blocking
    public Response explain(
            @PathParam("id") String id,
            @RestHeader(HttpHeaders.CONTENT_TYPE) String type,
            @RestHeader(HttpHeaders.CONTENT_ENCODING) String encoding,
            InputStream body)
            throws IOException {
        if (!enabled) {
            throw new RefusedException(Refusal.NOT_FOUND);
        }
        byte[] request = CdsServicesResource.read(type, encoding, body);
        return CdsServicesResource.json(
                WireJson.write(service.explain(id, WireJson.readRequest(request), Caller.UNKNOWN)));
    }
}
