package org.livercds.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.RestHeader;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;
import org.livercds.service.ExplainService;
import org.livercds.service.LiverCdsConfig;
import org.livercds.service.LiverCdsConfig.Auth.Mode;

/**
 * Why a service answers a call as it does: the same body, the whole assessment. Off unless authentication is off. The page
 * that shows it to people is there in dev and demo.
 */
@Path("/explain")
public final class ExplainResource {

    private final boolean enabled;
    private final boolean shown;
    private final ExplainService service;
    private final Template page;

    ExplainResource(LiverCdsConfig config, ExplainService service, @Location("explain.html") Template page) {
        this.enabled = config.auth().mode() == Mode.OFF;
        this.shown = config.demo().enabled();
        this.service = service;
        this.page = page;
    }

    @GET
    @Blocking
    public Response page() {
        if (!enabled || !shown) {
            throw new RefusedException(Refusal.NOT_FOUND);
        }
        return Page.of(page.instance());
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
        return CdsServicesResource.json(WireJson.write(service.explain(id, WireJson.readRequest(request))));
    }
}
