package org.livercds.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;
import org.livercds.service.DemoRequests;
import org.livercds.service.LiverCdsConfig;

/** Ready requests about the synthetic patients, in dev and demo only. */
@Path("/demo/requests")
public final class DemoResource {

    private final boolean enabled;
    private final DemoRequests requests;

    DemoResource(LiverCdsConfig config, DemoRequests requests) {
        this.enabled = config.demo().enabled();
        this.requests = requests;
    }

    @GET
    public Response list() {
        requireEnabled();
        return CdsServicesResource.json(WireJson.write(DemoRequests.NAMES));
    }

    /** A request whose dates are shifted so that it is as if sent today. */
    @GET
    @Path("/{name}")
    public Response request(@PathParam("name") String name) {
        requireEnabled();
        return found(requests.today(name));
    }

    /** The same with a draft of an order, for one of the order hooks. */
    @GET
    @Path("/{name}/{hook}/{order}")
    public Response request(
            @PathParam("name") String name, @PathParam("hook") String hook, @PathParam("order") String order) {
        requireEnabled();
        return found(requests.ordering(name, order, hook));
    }

    private static Response found(Optional<ObjectNode> request) {
        return CdsServicesResource.json(
                WireJson.write(request.orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND))));
    }

    private void requireEnabled() {
        if (!enabled) {
            throw new RefusedException(Refusal.NOT_FOUND);
        }
    }
}
