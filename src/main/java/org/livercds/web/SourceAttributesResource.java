package org.livercds.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.TreeMap;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;
import org.livercds.service.ServiceRegistry;
import org.livercds.service.SourceAttributePages;

/** What a service tells about its sources. It is about no patient and for everybody: a card's link brings no token. */
@Path(CdsServicesResource.PATH)
public final class SourceAttributesResource {

    static final String PATH = "/{id}/source-attributes";

    private final Map<String, byte[]> pages = new TreeMap<>();

    SourceAttributesResource(ServiceRegistry services, SourceAttributePages attributes) {
        services.all().forEach(service -> pages.put(service.id(), WireJson.write(attributes.of(service))));
    }

    @GET
    @Path(PATH)
    @Blocking
    public Response read(@PathParam("id") String id) {
        byte[] page = pages.get(id);
        if (page == null) {
            throw new RefusedException(Refusal.NOT_FOUND);
        }
        return CdsServicesResource.json(page.clone());
    }
}
