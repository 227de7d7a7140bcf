package org.livercds.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;
import org.livercds.service.DemoRequests;
import org.livercds.service.LiverCdsConfig;

/** Ready requests about the synthetic patients, in dev and demo only. */
@Path("/demo")
public final class DemoResource {

    private final Demonstration demonstration;
    private final DemoRequests requests;

    DemoResource(LiverCdsConfig config, DemoRequests requests) {
        this.demonstration = new Demonstration(config.demo().enabled());
        this.requests = requests;
    }

    @GET
    @Path("/requests")
    public Response list() {
        demonstration.require();
        return CdsServicesResource.json(WireJson.write(DemoRequests.NAMES));
    }

    /** The patients with names and titles for people. */
    @GET
    @Path("/patients")
    public Response patients() {
        demonstration.require();
        return CdsServicesResource.json(WireJson.write(requests.patients()));
    }

    /** What can be ordered. */
    @GET
    @Path("/orders")
    public Response orders() {
        demonstration.require();
        return CdsServicesResource.json(WireJson.write(requests.draftOrders()));
    }

    /** A request made of the chart in a FHIR Bundle. */
    @POST
    @Path("/bundle")
    @Consumes(MediaType.WILDCARD)
    @Blocking
    public Response request(@Context HttpHeaders headers, InputStream body) throws IOException {
        demonstration.require();
        byte[] bundle = CdsServicesResource.read(headers, body);
        return CdsServicesResource.json(WireJson.write(requests.about(WireJson.readObject(bundle))));
    }

    /** A request whose dates are shifted so that it is as if sent today. */
    @GET
    @Path("/requests/{name}")
    public Response request(@PathParam("name") String name) {
        demonstration.require();
        return found(requests.today(name));
    }

    /** The same with a draft of an order, for one of the order hooks. */
    @GET
    @Path("/requests/{name}/{hook}/{order}")
    public Response request(
            @PathParam("name") String name, @PathParam("hook") String hook, @PathParam("order") String order) {
        demonstration.require();
        return found(requests.ordering(name, order, hook));
    }

    private static Response found(Optional<ObjectNode> request) {
        return CdsServicesResource.json(
                WireJson.write(request.orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND))));
    }
}
