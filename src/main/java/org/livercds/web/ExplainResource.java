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
import org.livercds.audit.Told;
import org.livercds.hooks.Caller;
import org.livercds.hooks.HookRequest;
import org.livercds.hooks.WireJson;
import org.livercds.service.ExplainService;
import org.livercds.service.Turns;

/** Why a service answers a call as it does: the same body, the whole assessment. */
@Path(ExplainResource.PATH)
public final class ExplainResource {

    static final String PATH = "/explain";

    private final CallerGate gate;
    private final ExplainService service;
    private final BodySpace bodies;
    private final WaitingRoom room;
    private final Turns turns;
    private final CurrentCall call;

    ExplainResource(
            CallerGate gate,
            ExplainService service,
            BodySpace bodies,
            WaitingRoom room,
            Turns turns,
            CurrentCall call) {
        this.room = room;
        this.turns = turns;
        this.bodies = bodies;
        this.gate = gate;
        this.service = service;
        this.call = call;
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    @Blocking
    public Response explain(@PathParam("id") String id, HttpHeaders headers, InputStream body) throws IOException {
        return room.inTurn(() -> {
            Caller caller = gate.admitToExplanation(headers, PATH + "/" + id);
            return bodies.during(headers, () -> {
                byte[] whole = room.body(headers, body);
                return turns.take(() -> explained(id, caller, whole));
            });
        });
    }

    private Response explained(String id, Caller caller, byte[] body) {
        HookRequest request = call.asks(WireJson.readRequest(body));
        ExplainService.Explained explained = service.explain(id, request, caller);
        call.tells(Told.of(explained.evaluation()));
        return CdsServicesResource.json(WireJson.write(explained), caller.language());
    }
}
