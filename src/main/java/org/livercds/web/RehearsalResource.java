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
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;
import org.livercds.service.HttpRehearsal;

/** The way in for calls of this process to itself before it is ready; for everybody else there is nothing here. */
@Path(HttpRehearsal.PATH)
public final class RehearsalResource {

    private final HttpRehearsal rehearsal;
    private final CdsServicesResource services;

    RehearsalResource(HttpRehearsal rehearsal, CdsServicesResource services) {
        this.rehearsal = rehearsal;
        this.services = services;
    }

    @POST
    @Path("/{word}/{id}")
    @Consumes(MediaType.WILDCARD)
    @Blocking
    public Response rehearse(
            @PathParam("word") String word, @PathParam("id") String id, HttpHeaders headers, InputStream body)
            throws IOException {
        if (!rehearsal.isOn(word)) {
            throw new RefusedException(Refusal.NOT_FOUND);
        }
        return services.rehearse(id, headers, body);
    }
}
