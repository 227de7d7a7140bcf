package org.livercds.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;
import org.livercds.service.DemoRequests;
import org.livercds.service.LiverCdsConfig;

/** Ready requests about the synthetic patients, in dev and demo only. */
@Path("/demo/requests")
@Produces(MediaType.APPLICATION_JSON)
public final class DemoResource {

    private final boolean enabled;
    private final DemoRequests requests;

    DemoResource(LiverCdsConfig config, DemoRequests requests) {
        this.enabled = config.demo().enabled();
        this.requests = requests;
    }

    @GET
    public byte[] list() {
        requireEnabled();
        return WireJson.write(List.copyOf(DemoRequests.NAMES));
    }

    /** A request whose dates are shifted so that it is as if sent today. */
    @GET
    @Path("/{name}")
    public byte[] request(@PathParam("name") String name) {
        requireEnabled();
        return WireJson.write(requests.today(name).orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND)));
    }

    private void requireEnabled() {
        if (!enabled) {
            throw new RefusedException(Refusal.NOT_FOUND);
        }
    }
}
