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
import java.util.List;
import java.util.Locale;
import org.livercds.audit.Told;
import org.livercds.hooks.Caller;
import org.livercds.hooks.HookRequest;
import org.livercds.hooks.Language;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;
import org.livercds.service.Answer;
import org.livercds.service.CdsService;
import org.livercds.service.PictureLink;
import org.livercds.service.RepeatControl;
import org.livercds.service.ServiceRegistry;
import org.livercds.service.SourceAttributePages;
import org.livercds.service.Turns;

/**
 * Discovery and invocation. Calls are worked on by worker threads: parsing does not belong on the event loop. The answer
 * is JSON, whatever the client says that it accepts.
 */
@Path(CdsServicesResource.PATH)
public final class CdsServicesResource {

    static final String PATH = "/cds-services";
    static final String FHIR_JSON = "application/fhir+json";
    static final int LARGEST_BODY = 4 * 1024 * 1024;

    private final ServiceRegistry services;
    private final CallerGate gate;
    private final BodySpace bodies;
    private final WaitingRoom room;
    private final Turns turns;
    private final RepeatControl repeats;
    private final SourceAttributePages attributes;
    private final PictureLink picture;
    private final CurrentCall call;
    private final CallMeter meter;
    private final byte[] discovery;

    CdsServicesResource(
            ServiceRegistry services,
            CallerGate gate,
            BodySpace bodies,
            WaitingRoom room,
            Turns turns,
            RepeatControl repeats,
            SourceAttributePages attributes,
            PictureLink picture,
            CurrentCall call,
            CallMeter meter) {
        this.meter = meter;
        this.attributes = attributes;
        this.picture = picture;
        this.room = room;
        this.turns = turns;
        this.bodies = bodies;
        this.repeats = repeats;
        this.gate = gate;
        this.services = services;
        this.call = call;
        this.discovery = WireJson.write(services.discovery());
    }

    @GET
    @Blocking
    public Response discover(HttpHeaders headers) {
        gate.admit(headers, PATH);
        return json(discovery.clone());
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    @Blocking
    public Response invoke(@PathParam("id") String id, HttpHeaders headers, InputStream body) throws IOException {
        return room.inTurn(() -> {
            Caller caller = gate.admit(headers, PATH + "/" + id);
            return answer(services.required(id), caller, headers, body, true);
        });
    }

    /** As a call, and nothing of it is remembered. */
    Response rehearse(String id, HttpHeaders headers, InputStream body) throws IOException {
        return answer(services.required(id), Caller.UNKNOWN, headers, body, false);
    }

    private Response answer(
            CdsService service, Caller caller, HttpHeaders headers, InputStream body, boolean remembered)
            throws IOException {
        return bodies.during(headers, () -> {
            byte[] whole = room.body(headers, body);
            return turns.take(() -> meter.during(() -> answer(service, caller, whole, remembered)));
        });
    }

    private Response answer(CdsService service, Caller caller, byte[] body, boolean remembered) {
        HookRequest request = call.asks(WireJson.readRequest(body));
        Answer answer = picture.on(attributes.on(service.answer(request, caller), service, caller), service, caller);
        call.tells(Told.of(answer.response()));
        meter.answered(answer);
        byte[] json = WireJson.write(answer.response());
        if (remembered) {
            repeats.remember(service.id(), request, caller, answer);
        }
        return json(json, caller.language());
    }

    /** Whoever opens the address in a browser learns whether the service is there. */
    @GET
    @Path("/{id}")
    @Blocking
    public Response open(@PathParam("id") String id, HttpHeaders headers) {
        gate.admit(headers, PATH + "/" + id);
        services.required(id);
        throw new RefusedException(Refusal.METHOD_NOT_ALLOWED);
    }

    /** A body of a type and a size that are taken. */
    static byte[] read(HttpHeaders headers, InputStream body) throws IOException {
        requireJson(headers);
        return read(body);
    }

    /** @throws RefusedException where a body is larger than what is taken */
    static byte[] read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw new RefusedException(Refusal.TOO_LARGE);
        }
        return bytes;
    }

    /** @throws RefusedException where a body is of another type, or packed */
    static void requireJson(HttpHeaders headers) {
        List<String> types = headers.getRequestHeader(HttpHeaders.CONTENT_TYPE);
        boolean json = types.size() == 1 && isJson(types.get(0));
        boolean plain = headers.getRequestHeader(HttpHeaders.CONTENT_ENCODING).stream()
                .allMatch(encoding -> encoding.isEmpty() || encoding.equalsIgnoreCase("identity"));
        if (!json || !plain) {
            throw new RefusedException(Refusal.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    private static boolean isJson(String type) {
        String plain = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return plain.equals(MediaType.APPLICATION_JSON) || plain.equals(FHIR_JSON);
    }

    /** With words in a language. */
    static Response json(byte[] body, Language language) {
        return Response.ok(body, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .header(HttpHeaders.VARY, Languages.VARY)
                .build();
    }

    static Response json(byte[] body) {
        return Response.ok(body, MediaType.APPLICATION_JSON_TYPE).build();
    }
}
