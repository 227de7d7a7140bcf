package org.livercds.web;

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
import org.livercds.hooks.Caller;
import org.livercds.hooks.Language;
import org.livercds.hooks.WireJson;
import org.livercds.service.ExplainWords;
import org.livercds.service.LiverCdsConfig;
import org.livercds.service.WhatIf;

/** What the page of the explanation asks for beside the services themselves, in dev and demo only. */
@Path("/demo")
public final class WhatIfResource {

    private final Demonstration demonstration;
    private final WhatIf whatIf;
    private final Languages languages;
    private final ExplainWords words;

    WhatIfResource(LiverCdsConfig config, WhatIf whatIf, Languages languages, ExplainWords words) {
        this.demonstration = new Demonstration(config.demo().enabled());
        this.whatIf = whatIf;
        this.languages = languages;
        this.words = words;
    }

    /** The words of the pages, and those for the keys of the explanation. */
    @GET
    @Path("/words")
    public Response words(@Context HttpHeaders headers) {
        demonstration.require();
        Language language = languages.of(headers, Caller.UNKNOWN);
        return CdsServicesResource.json(WireJson.write(words.all(language)), language);
    }

    /** The request, about a chart in which something is otherwise. */
    @POST
    @Path("/what-if/{service}")
    @Consumes(MediaType.WILDCARD)
    @Blocking
    public Response amended(@PathParam("service") String service, @Context HttpHeaders headers, InputStream body)
            throws IOException {
        demonstration.require();
        byte[] question = CdsServicesResource.read(headers, body);
        return CdsServicesResource.json(WireJson.write(whatIf.amended(service, WireJson.readObject(question))));
    }
}
