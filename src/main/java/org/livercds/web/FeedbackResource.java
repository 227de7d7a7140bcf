package org.livercds.web;

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
import org.livercds.hooks.Caller;
import org.livercds.hooks.FeedbackRequest;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;
import org.livercds.service.CdsService;
import org.livercds.service.FeedbackService;
import org.livercds.service.ServiceRegistry;

/** What clinicians did with the cards of a service. The answer, an empty 200, says that it is kept. */
@Path(CdsServicesResource.PATH)
public final class FeedbackResource {

    static final String PATH = "/{id}/feedback";

    private final ServiceRegistry services;
    private final FeedbackService feedback;
    private final CallerGate gate;
    private final BodySpace bodies;
    private final WaitingRoom room;
    private final CurrentCall call;

    FeedbackResource(
            ServiceRegistry services,
            FeedbackService feedback,
            CallerGate gate,
            BodySpace bodies,
            WaitingRoom room,
            CurrentCall call) {
        this.room = room;
        this.bodies = bodies;
        this.services = services;
        this.feedback = feedback;
        this.gate = gate;
        this.call = call;
    }

    @POST
    @Path(PATH)
    @Consumes(MediaType.WILDCARD)
    @Blocking
    public Response take(@PathParam("id") String id, HttpHeaders headers, InputStream body) throws IOException {
        Caller caller = gate.admit(headers, path(id));
        CdsService service = services.required(id);
        return bodies.during(headers, () -> {
            byte[] json = room.body(headers, body);
            call.tells(feedback.take(FeedbackRequest.of(WireJson.readObject(json)), service, caller));
            return Response.ok().build();
        });
    }

    /** Nobody can read it here. */
    @GET
    @Path(PATH)
    @Blocking
    public Response open(@PathParam("id") String id, HttpHeaders headers) {
        gate.admit(headers, path(id));
        services.required(id);
        throw new RefusedException(Refusal.METHOD_NOT_ALLOWED);
    }

    private static String path(String id) {
        return CdsServicesResource.PATH + PATH.replace("{id}", id);
    }
}
