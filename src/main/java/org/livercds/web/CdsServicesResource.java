package org.livercds.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestHeader;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;
import org.livercds.service.CdsService;
import org.livercds.service.ServiceRegistry;

/** Discovery and invocation. Calls are worked on by worker threads: parsing does not belong on the event loop. */
@Path("/cds-services")
@Produces(MediaType.APPLICATION_JSON)
public final class CdsServicesResource {

    static final String FHIR_JSON = "application/fhir+json";

    private final ServiceRegistry services;
    private final byte[] discovery;

    CdsServicesResource(ServiceRegistry services) {
        this.services = services;
        this.discovery = WireJson.write(services.discovery());
    }

    @GET
    public byte[] discover() {
        return discovery.clone();
    }

    @POST
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, FHIR_JSON})
    @Blocking
    public byte[] invoke(
            @PathParam("id") String id, @RestHeader(HttpHeaders.CONTENT_ENCODING) String encoding, byte[] body) {
        CdsService service = services.find(id).orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND));
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new RefusedException(Refusal.UNSUPPORTED_MEDIA_TYPE);
        }
        return WireJson.write(service.answer(WireJson.readRequest(body)));
    }
}
